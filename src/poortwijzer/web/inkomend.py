"""Files that arrive with a form: in memory only, and no more of them than a page asks for."""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from poortwijzer.bijlagen.typen import MEESTE_BYTES


class InHetGeheugen(FileUploadHandler):
    """Keeps a file in memory and lets go of it when it is larger than any that may come in.

    Of such a file only the size is told, so that the page can say so and keep the other fields. Nothing readable of a
    dossier is written to the disk on the way.
    """

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin a file."""
        super().new_file(*args, **kwargs)
        self._inhoud = BytesIO()
        self._grootte = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Take a piece."""
        del start
        self._grootte += len(raw_data)
        if self._grootte <= MEESTE_BYTES:
            self._inhoud.write(raw_data)
        elif self._inhoud.tell():
            self._inhoud = BytesIO()
        return None

    def file_complete(self, file_size: int) -> InMemoryUploadedFile:
        """Give the file, with the size that it had."""
        self._inhoud.seek(0)
        return InMemoryUploadedFile(
            file=self._inhoud,
            field_name=self.field_name,
            name=self.file_name,
            content_type=self.content_type,
            size=file_size,
            charset=self.charset,
            content_type_extra=self.content_type_extra,
        )
