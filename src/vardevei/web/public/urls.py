"""Every public page. The name of an address is what templates and the menu use; see context.MENU."""

from django.urls import path

from vardevei.web.public import shell

urlpatterns = [
    path("", shell.front, name="front"),
    path("om/", shell.about, name="about"),
    path("tilgjengelighet/", shell.accessibility, name="accessibility"),
    path("komponenter/", shell.gallery, name="gallery"),
]
