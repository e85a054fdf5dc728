"""Choosing an organ."""

from __future__ import annotations

from gongkai_office.accounts.models import User
from tests.office.browsing import as_, at, text_of
from tests.office.city import City


def test_what_is_looked_for_is_found_as_on_the_page_of_organs(city: City, keeper: User) -> None:
    def found(text: str) -> set[str]:
        asked = {"action": "people.edit", "name": "organ", "organ_search": text}
        page = text_of(as_(keeper).get(at("organ_choices"), asked))
        return {organ.name for organ in city if f">{organ.name}<" in page}

    assert found("民政") == {city.bureau.name, city.county_bureau.name, city.other_county_bureau.name}
    assert found("砚萤 民政") == {city.other_county_bureau.name}
    assert found("人民政府 砚萤") == {city.other_county.name}
