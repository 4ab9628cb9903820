from django.urls import path

from vardevei.web.county.challenges import pages

urlpatterns = [path("<str:number>/utfordringer/", pages.challenges, name="county-challenges")]
