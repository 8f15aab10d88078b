"""A file that is edited: opened, kept against crashes, and saved so that nothing is ever lost.

Each save is compared with the disk first. The new text takes the file's place in one step (a temporary file beside it,
brought to the disk, then renamed), so that whatever happens the file is the old or the new one, whole. A link stays a
link; another hard link to the file keeps the text before, which is said. Where a file may be written but nothing
renamed beside it, it is written over in place, once the recovery file has the text for sure.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from rostra.editing.merging import Merged, merge
from rostra.editing.outcomes import BothChanged, NeedsUtf8, NothingToDo, Outcome, ReadAgain, Saved
from rostra.editing.recovery import Recovered, Recovery, recovered
from rostra.editing.text_form import CannotHoldError, Form, read_form
from rostra.errors import UserError
from rostra.files import overwrite_file, remove_litter, replace_file
from rostra.reader.source import LARGEST, Source, from_bytes
from rostra.safety import safe_line

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
IN_THE_WAY = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.EXDEV)
"""Why a file cannot be replaced that perhaps can be written over."""


class _ChangedError(Exception):
    """The file changed while it was written to."""


class EditedFile:
    """A file with its text as it was last read or written; a file that is not there yet is empty.

    Raises :class:`UserError` when it cannot be read. All methods are for one thread.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = safe_line(str(path))
        found = self._read()
        self.is_new = found is None
        """Whether the file was not there."""
        self._data = found
        """What was last read or written; None for no file."""
        self._form = self._read_form(found or b"")
        self.recovery = Recovery(self._target)

    @property
    def text(self) -> str:
        """The text that the file held when it was last read or written; lines end in newlines alone.

        See :func:`rostra.editing.text_form.read_form` about control characters.
        """
        return self._form.text

    @property
    def encoding(self) -> str:
        """The encoding, as Python calls it."""
        return self._form.encoding

    @property
    def is_opened_elsewhere(self) -> bool:
        """Whether another editor of ours had the file open when this one opened it."""
        return self.recovery.opened_elsewhere

    def recovered(self) -> tuple[Recovered, ...]:
        """What earlier sessions left unsaved of this file, the newest first; ask before anything is typed."""
        left = recovered(self._target, self._data or b"")
        for one in left:
            if one.text == self.text:
                one.discard()
        return tuple(one for one in left if one.text != self.text)

    def source(self, text: str) -> Source:
        """The text as the reader will find it once it was saved."""
        form = self._form.holding(text)
        try:
            return from_bytes(form.encoded(), self.path)
        except CannotHoldError:
            return from_bytes(form.in_utf8().encoded(), self.path)

    # -- crashes ------------------------------------------------------------------------------------------------

    def keep(self, text: str) -> None:
        """Keep unsaved text for after a crash: to be called once a second, or less often. Text that is saved is none.

        Raises :class:`UserError` when it cannot be kept; the text is no worse off for that.
        """
        if text == self.text:
            self.recovery.forget()
        else:
            self.recovery.keep(text, self._data or b"")

    def close(self) -> None:
        """End editing in order: what is not saved now is not wanted."""
        self.recovery.close()

    # -- the disk -----------------------------------------------------------------------------------------------

    def has_changed(self) -> bool:
        """Whether the file on disk is no longer what was last read or written; one that is gone is not, either."""
        return self._read() != self._data

    def save(self, text: str, *, utf8: bool = False) -> Outcome:
        """Write the text, unless the file changed meanwhile; ``utf8`` lets it change its encoding.

        Raises :class:`UserError` when it cannot be written: then the file is what it was, and the text nowhere else
        but with the caller and in the recovery file.
        """
        disk = self._read()
        if disk is not None and disk != self._data:
            theirs = self._read_form(disk)
            if theirs.text not in (self.text, self._form.holding(text).text):
                return BothChanged(theirs.text) if text != self.text else ReadAgain(theirs.text)
            # Others wrote the same, or changed line ends or the encoding alone.
            self._data, self._form = disk, theirs
        return self._save(text, disk, utf8)

    def keep_mine(self, text: str, *, utf8: bool = False) -> Outcome:
        """Write the text although the file changed; what the file holds is kept beside it, whose name is said."""
        disk = self._read()
        if disk is None or disk == self._data:
            return self.save(text, utf8=utf8)
        try:
            self._form.holding(text).encoded()
        except CannotHoldError as error:
            if not utf8:
                return NeedsUtf8(str(error))
        beside = self._keep_beside(disk)
        try:
            outcome = self._save(text, disk, utf8)
        except UserError:
            if self._read() == disk:
                beside.unlink(missing_ok=True)
            raise
        if isinstance(outcome, Saved):
            return Saved((*outcome.said, f"the other version is kept as {safe_line(beside.name)}"))
        beside.unlink(missing_ok=True)
        return outcome

    def take_theirs(self, text: str) -> str:
        """Read the file again and return its text; the text that is given up is kept as :meth:`recovered`.

        Raises :class:`UserError` when it cannot be kept or the file cannot be read.
        """
        disk = self._read()
        if disk is None:
            raise UserError(f"{self.name} is gone", hint="saving writes it again")
        form = self._read_form(disk)
        if text not in (self.text, form.text):
            self.recovery.put_aside(text, self._data or b"")
        self._data, self._form = disk, form
        self.recovery.forget()
        return form.text

    def merge(self, text: str) -> Merged:
        """The text with what changed on disk, to be looked at and saved; the text as it was is kept beside.

        Nothing is written to the file. From here on it is compared with what it is now.
        """
        base = self.text
        theirs = self.take_theirs(text)
        return merge(base, self._form.holding(text).text, theirs)

    # -- reading ------------------------------------------------------------------------------------------------

    @property
    def _target(self) -> Path:
        """Where a link leads, so that it stays a link."""
        return Path(os.path.realpath(self.path))

    def _read(self) -> bytes | None:
        try:
            if not self.path.exists():
                return None
            if not self.path.is_file():
                what = "a folder" if self.path.is_dir() else "not a regular file"
                raise UserError(f"{self.name} is {what}", hint="give the path of a Markdown file")
            if self.path.stat().st_size > LARGEST:
                raise UserError(f"{self.name} is larger than {LARGEST // 1024**2} MiB", hint="is it a deck?")
            return self.path.read_bytes()
        except OSError as error:
            raise UserError(f"cannot read {self.name}: {error.strerror}") from error

    def _read_form(self, data: bytes) -> Form:
        try:
            return read_form(data)
        except UnicodeDecodeError as error:
            raise UserError(
                f"{self.name} is broken UTF-16", hint="write it anew in UTF-8 by another program"
            ) from error

    # -- writing ------------------------------------------------------------------------------------------------

    def _save(self, text: str, disk: bytes | None, utf8: bool) -> Outcome:
        """Write the text in the place of what is on disk."""
        form = self._form.holding(text)
        said = []
        try:
            data = form.encoded()
        except CannotHoldError as error:
            if not utf8:
                return NeedsUtf8(str(error))
            form = form.in_utf8()
            data = form.encoded()
            said.append("the file is in UTF-8 now")
        if data == disk:
            self._data, self._form = data, form
            self.recovery.forget()
            return NothingToDo()
        if disk is None and self._data is not None:
            said.append(f"{self.name} was gone, and was written again")
        try:
            said += self._write(data, disk, text)
        except _ChangedError:
            return self.save(text, utf8=utf8)
        self._data, self._form = data, form
        self.recovery.forget()
        return Saved(tuple(said))

    def _write(self, data: bytes, disk: bytes | None, text: str) -> list[str]:
        """Put bytes in the file's place, if it still is what was read; returns what there is to say."""
        target = self._target
        if disk is not None and not os.access(target, os.W_OK):
            raise UserError(f"{self.name} is read-only", hint="let it be written to, or save it elsewhere")
        if target.is_symlink():
            raise UserError(f"{self.name} is a link that leads to itself", hint="save it elsewhere")
        said = []

        def last_look() -> None:
            if self._read() != disk:
                raise _ChangedError

        with suppress(OSError):
            if target.stat().st_nlink > 1:
                said.append("the file had another name, under which the text before is kept")
        try:
            replace_file(target, data, public=True, lasting=True, last_look=last_look)
        except OSError as error:
            if disk is None or error.errno not in IN_THE_WAY:
                raise self._cannot_write(error) from error
            self._write_over(target, data, disk, text, last_look)
            return []
        remove_litter(target.parent)
        return said

    def _write_over(self, target: Path, data: bytes, disk: bytes, text: str, last_look: Callable[[], None]) -> None:
        """Write where nothing can be renamed: only while the recovery file has the text, for a crash may tear this."""
        self.recovery.keep(text, disk)
        last_look()
        try:
            overwrite_file(target, data, disk)
        except OSError as error:
            raise self._cannot_write(error) from error

    def _keep_beside(self, disk: bytes) -> Path:
        """Keep what is on disk beside the file, under a name that tells when."""
        target = self._target
        stem = f"{target.name}.disk-{datetime.now().astimezone():%Y%m%d-%H%M%S}"
        names = [stem, *(f"{stem}-{number}" for number in range(2, 100))]
        beside = next((one for name in names if not (one := target.with_name(name)).exists()), target.with_name(stem))
        try:
            replace_file(beside, disk, public=True, lasting=True)
        except OSError as error:
            raise self._cannot_write(error) from error
        return beside

    def _cannot_write(self, error: OSError) -> UserError:
        folder = safe_line(str(self._target.parent))
        if error.errno in FULL:
            return UserError(
                f"no space is left for {self.name}", hint="make room and save again; the text is still here"
            )
        if error.errno == errno.ENOENT:
            return UserError(f"the folder {folder} is gone", hint="make it and save again; the text is still here")
        return UserError(f"cannot write {self.name}: {error.strerror}", hint="the text is still here")
