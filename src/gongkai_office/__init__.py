"""The working system of a disclosure office (政府信息公开工作机构): a site on top of the library `gongkai`."""
