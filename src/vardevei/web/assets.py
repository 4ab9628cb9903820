"""Static files under names that carry their content's hash, so browsers may keep them for ever."""

from whitenoise.storage import CompressedManifestStaticFilesStorage  # type: ignore[import-untyped]


class Storage(CompressedManifestStaticFilesStorage):
    def stored_name(self, name: str) -> str:
        """Before anything has been collected (tests, a first look) there is no list of hashes: use the plain name.

        With a list, a name that is not in it is still an error.
        """
        return super().stored_name(name) if self.hashed_files else name
