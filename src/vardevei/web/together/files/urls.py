from django.urls import path

from vardevei.web.together.files import pages, sending, writing

urlpatterns = [
    path("arbeidsrom/<int:key>/filer/", pages.all_there, name="workspace-files"),
    path("arbeidsrom/<int:key>/filer/ny/", writing.add, name="workspace-file-new"),
    path("fil/<int:key>/", pages.one, name="workspace-file"),
    path("fil/<int:key>/<int:number>/last-ned/", sending.download, name="workspace-file-download"),
    path("fil/<int:key>/<int:number>/bilde/", sending.picture, name="workspace-file-picture"),
    path("fil/<int:key>/<int:number>/vis/", sending.show, name="workspace-file-show"),
    path("fil/<int:key>/ny-utgave/", writing.add_version, name="workspace-file-version"),
    path("fil/<int:key>/endre/", writing.change, name="workspace-file-change"),
    path("fil/<int:key>/ta-bort/", writing.remove, name="workspace-file-remove"),
]
