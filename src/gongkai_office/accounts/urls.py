"""Addresses of signing in and of one's own account."""

from __future__ import annotations

from django.urls import path

from gongkai_office.accounts import second_factor_views, single_sign_on_views, views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.enter, name="sign_in"),
    path("sign-out/", views.leave, name="sign_out"),
    path("stay/", views.stay, name="stay"),
    path("password/", views.password, name="change_password"),
    path("password/rules/", views.password_rules, name="password_rules"),
    path("second-factor/", second_factor_views.verify, name="second_factor"),
    path("second-factor/recovery/", second_factor_views.recovery, name="recovery"),
    path("second-factor/set-up/", second_factor_views.set_up, name="set_up_second_factor"),
    path("second-factor/codes/", second_factor_views.renew, name="renew_recovery_codes"),
    path("single-sign-on/", single_sign_on_views.start, name="single_sign_on"),
    path("single-sign-on/callback/", single_sign_on_views.callback, name="single_sign_on_callback"),
    path("sessions/end/", views.end, name="end_sessions"),
    path("", views.profile, name="profile"),
]
