"""What each document of a request says (各种文书): its elements, its fixed sentences and its text."""
