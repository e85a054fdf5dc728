"""Addresses of the pages of the access review."""

from __future__ import annotations

from django.urls import path

from gongkai_office.administration.access_review import views

urlpatterns = [
    path("", views.reviews, name="access_reviews"),
    path("begin/", views.begin, name="begin_review"),
    path("<int:key>/", views.review, name="access_review"),
    path("<int:key>/decide/", views.decide, name="decide_accounts"),
    path("<int:key>/close/", views.close, name="close_review"),
    path("<int:key>/export/", views.export, name="export_review"),
    path("accounts/<int:key>/", views.account, name="review_account"),
    path("statement/<int:organ>/", views.statement, name="access_statement"),
]
