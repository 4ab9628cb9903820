"""Headers every answer carries. The content policy itself is django-csp's, set in config/settings.py."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# The site asks the browser for nothing: no camera, no place, no sensors.
REFUSED = ["accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb"]
PERMISSIONS = ", ".join(f"{feature}=()" for feature in REFUSED)
# A minute: long enough to carry a crowd, short enough that a new import shows at once.
SHARED = "public, max-age=60"


class Headers:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = SHARED if may_be_shared(request, response) else "no-store"
        return response


def may_be_shared(request: HttpRequest, response: HttpResponse) -> bool:
    """A page is the same for everyone when it was asked for without a cookie and gives none."""
    plain = request.method in {"GET", "HEAD"} and not request.COOKIES
    return plain and response.status_code == 200 and not response.cookies
