"""What each document of a request says (文书): its mandatory elements, and a text with fields."""
