"""Addresses of signing in and of one's own account."""

from __future__ import annotations

from django.urls import path

from gongkai_office.accounts import views

app_name = "accounts"
urlpatterns = [
    path("sign-in/", views.SignIn.as_view(), name="sign_in"),
    path("sign-out/", views.sign_out, name="sign_out"),
    path("", views.profile, name="profile"),
]
