from django.urls import path

from vardevei.web.guide.programmes import files, lists, one

urlpatterns = [
    path("programmer/", lists.programmes, name="programmes"),
    path("programmer/fakta.<str:kind>", files.everything, name="programmes-file"),
    path("programmer/2028-34/", one.next_period, name="programmes-next"),
    path("programmer/<slug:code>/", one.programme, name="programme"),
    path("programmer/<slug:code>/fakta.<str:kind>", files.one, name="programme-file"),
]
