"""Jobs that pages of this room ask for; found by the jobs' own app when the site starts."""

from __future__ import annotations

from gongkai_office.administration.files import background as files
from gongkai_office.administration.jobs import background as jobs
from gongkai_office.administration.log import background as log
from gongkai_office.administration.notices import background as notices
from gongkai_office.administration.organs import background as organs
from gongkai_office.administration.people import background as people

__all__ = ["files", "jobs", "log", "notices", "organs", "people"]
