"""Addresses of the pages of people."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.organ_choice import organ_choices
from gongkai_office.administration.people.views import accounts, importing, lists, resets, roles

urlpatterns = [
    path("", lists.people, name="people"),
    path("export/", lists.export, name="export_people"),
    path("add/", accounts.add, name="add_person"),
    path("grant/", roles.grant_several, name="grant_several"),
    path("import/", importing.upload, name="import_people"),
    path("import/<int:file>/", importing.preview, name="preview_people"),
    path("import/template/", importing.template, name="people_template"),
    path("passwords/", resets.passwords, name="give_passwords"),
    path("passwords/given/", resets.given_passwords, name="given_passwords"),
    path("organ-choices/", organ_choices, name="organ_choices"),
    path("<int:key>/", lists.person, name="person"),
    path("<int:key>/edit/", accounts.edit, name="edit_person"),
    path("<int:key>/move/", accounts.move, name="move_person"),
    path("<int:key>/disable/", accounts.disable, name="disable_person"),
    path("<int:key>/enable/", accounts.enable, name="enable_person"),
    path("<int:key>/expiry/", accounts.expiry, name="set_expiry"),
    path("<int:key>/password/", resets.password, name="reset_password"),
    path("<int:key>/unlock/", accounts.unlock_person, name="unlock_person"),
    path("<int:key>/second-factor/", resets.second_factor, name="remove_second_factor"),
    path("<int:key>/grant/", roles.grant, name="grant_role"),
    path("resets/<int:key>/", resets.decide, name="account_reset"),
    path("roles/<int:key>/end/", roles.end, name="end_role"),
]
