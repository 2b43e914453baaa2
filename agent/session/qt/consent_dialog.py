# SPDX-License-Identifier: GPL-3.0-or-later
"""The question: one screen, two equal buttons, nothing chosen beforehand.

First focus is on "Lees voor", so Enter never answers. Later, closing and a minute of
silence all count as no. Source: docs/spec/indicator.md, "The question"; R-12, R-50.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from agent.session.qt import icons
from agent.session.qt.card_window import CardWindow
from agent.session.qt.speech import speak
from agent.session.qt.style import button, label, picture
from agent.session.words.say import Say
from protocol.messages.local import Band, ChoiceAnswer, Looks, Question

TITLE: Final = "Inzage vraag"
ANSWER_MS: Final = 60_000
UNDO_MS: Final = 10_000
WIDTH_PX: Final = 720
SAMPLE_PX: Final = 240
ROOMY_PX: Final = 400  # on a lower screen the words need the sample's place
ROUND_TEXT_PX: Final = 240  # heading, both buttons and "later", always on screen
PART_ICONS: Final = ("screen", "hand", "check")
LINES: Final = 8  # title, three headings with their text, foot
ICONS: Final = {
    Looks.OVERVIEW: "eye-half",
    Looks.VIEW: "eye-open",
    Looks.SHOW: "pupils",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The school's question in its parts, every word of it."""

    title: str
    parts: tuple[tuple[str, str], ...]
    foot: str


def asked(text: str) -> Asked:
    """Take a question's text apart, by its lines; of another shape: as it is."""
    lines = text.split("\n")
    if len(lines) != LINES:
        return Asked(lines[0], (), "\n".join(lines[1:]))
    parts = tuple(zip(lines[1:7:2], lines[2:8:2], strict=True))
    return Asked(lines[0], parts, lines[7])


class ConsentDialog(CardWindow):
    """One question about one purpose."""

    answered = Signal(object, object)  # Question, ChoiceAnswer
    undone = Signal(object)  # Question

    def __init__(
        self, question: Question, say: Say, page: str, sample: QImage | None
    ) -> None:
        """Make it; show() asks it.

        Args:
            question: its notice is shown word for word: that text is hashed.
            say: the pupil's words, for what is not the school's text.
            page: the whole notice, behind "Lees alles".
            sample: how small the teacher would see this screen now.
        """
        self._young = say.band is Band.SIX_TO_NINE
        super().__init__(TITLE, young=self._young)
        self.question = question
        self._say = say
        self._page = page
        self._asked = asked(question.notice.text)
        self._done = False
        self._rows = QVBoxLayout(self)
        margin = self.px(28)
        self._rows.setContentsMargins(margin, self.px(24), margin, self.px(14))
        self._rows.setSpacing(self.px(12))
        self._build(sample)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._later)
        self._silence.start(ANSWER_MS)
        self.centre(self.px(WIDTH_PX) if not self._young else WIDTH_PX)
        self._read.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, sample: QImage | None) -> None:
        say, t = self._say, self.tokens
        self._read = button(say("read_aloud"), "questionRead", "", "speak", t.text)
        self._read.clicked.connect(self._speak)
        self._heading()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setObjectName("questionText")
        inner = QWidget()
        inner.setObjectName("questionInner")
        area.setStyleSheet(
            f"QScrollArea, QWidget#questionInner {{ background: {t.surface}; }}"
        )
        self._text = QVBoxLayout(inner)
        self._text.setContentsMargins(0, 0, 0, 0)
        self._text.setSpacing(self.px(12))
        if self._young:
            self._pictograms()
        else:
            self._three_parts(sample)
        self._all(inner)
        area.setWidget(inner)
        room = self.room_px() - self.px(ROUND_TEXT_PX)
        area.setMinimumHeight(max(60, min(inner.sizeHint().height(), room)))
        self._rows.addWidget(area, 1)
        self._buttons()

    def _heading(self) -> None:
        t = self.tokens
        words = self._asked.title
        title = label(words, "title")
        self.setAccessibleName(words)
        if self._young:
            self._rows.addWidget(self._read, 0, Qt.AlignmentFlag.AlignHCenter)
            title.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            self._rows.addWidget(title)
            return
        row = QHBoxLayout()
        row.setSpacing(self.px(14))
        row.addWidget(picture(ICONS[self.question.purpose], t.accent, self.px(28)))
        row.addWidget(title, 1)
        row.addWidget(self._read, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addLayout(row)

    def _three_parts(self, sample: QImage | None) -> None:
        """What, why, agreed; beside it what the teacher would see."""
        t = self.tokens
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.px(14))
        grid.setVerticalSpacing(self.px(2))
        grid.setColumnStretch(1, 1)
        for number, (head, words) in enumerate(self._asked.parts):
            row = number * 3
            drawn = picture(PART_ICONS[number], t.accent, self.px(22))
            grid.addWidget(drawn, row, 0, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(label(head, "strong"), row, 1)
            grid.addWidget(label(words), row + 1, 1)
            grid.setRowMinimumHeight(row + 2, self.px(8))
        row_of = QHBoxLayout()
        row_of.setSpacing(self.px(20))
        row_of.addLayout(grid, 1)
        roomy = self.room_px() > ROOMY_PX
        if roomy and sample is not None and self.question.purpose is Looks.OVERVIEW:
            row_of.addLayout(self._sample(sample))
        self._text.addLayout(row_of)
        self._text.addWidget(label(self._asked.foot))

    def _sample(self, sample: QImage) -> QVBoxLayout:
        column = QVBoxLayout()
        shown = QLabel()
        wide = self.px(SAMPLE_PX)
        shown.setPixmap(
            QPixmap.fromImage(sample).scaledToWidth(
                wide, Qt.TransformationMode.SmoothTransformation
            )
        )
        shown.setFixedWidth(wide)
        shown.setStyleSheet(f"border: 1px solid {self.tokens.line};")
        column.addWidget(shown)
        column.addWidget(label(self._say("question.sample"), "small"))
        column.addStretch(1)
        return column

    def _pictograms(self) -> None:
        """Three pictures with few words, for 6 to 9."""
        t = self.tokens
        row = QHBoxLayout()
        row.setSpacing(self.px(16))
        drawn = (ICONS[self.question.purpose], "hand", "school")
        for icon, (head, words) in zip(drawn, self._asked.parts, strict=False):
            column = QVBoxLayout()
            column.setSpacing(self.px(4))
            column.addWidget(
                picture(icon, t.accent, 64), 0, Qt.AlignmentFlag.AlignHCenter
            )
            for text, size in ((head, "small"), (words, "strong")):
                shown = label(text, size)
                shown.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(shown)
            column.addStretch(1)
            row.addLayout(column, 1)
        self._text.addLayout(row)
        foot = label(self._asked.foot)
        foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._text.addWidget(foot)

    def _all(self, inner: QWidget) -> None:
        """Offer the whole page of the school."""
        more = button(self._say("question.all"), "questionAll", "flat")
        notice = label(self._page)
        notice.setObjectName("questionNotice")
        notice.hide()
        more.setVisible(bool(self._page))
        more.clicked.connect(notice.show)
        more.clicked.connect(more.hide)
        self._text.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        self._text.addWidget(notice)
        self._text.addStretch(1)
        self._notice = notice
        inner.setMinimumWidth(0)

    def _buttons(self) -> None:
        say = self._say
        no, yes = self._equal("nee", "questionNo"), self._equal("ja", "questionYes")
        no.clicked.connect(lambda: self._answer(ChoiceAnswer.NO))
        yes.clicked.connect(lambda: self._answer(ChoiceAnswer.YES))
        if self._young:
            no.setIcon(icons.icon("eye-closed", self.tokens.text))
            yes.setIcon(icons.icon(ICONS[self.question.purpose], self.tokens.text))
            for one in (no, yes):
                one.setIconSize(QSize(28, 28))
                one.setText(f" {one.text()}")
        row = QHBoxLayout()
        row.setSpacing(self.px(12))
        row.addWidget(no, 1)
        row.addWidget(yes, 1)
        self._rows.addLayout(row)
        later = button(say("later"), "questionLater", "flat")
        later.clicked.connect(self._later)
        self._rows.addWidget(later, 0, Qt.AlignmentFlag.AlignHCenter)
        self._answers = (no, yes, later)

    def _equal(self, key: str, name: str) -> QPushButton:
        made = button(self._say(key), name, "big")
        made.setAutoDefault(False)
        return made

    def _speak(self) -> None:
        words = [self.question.notice.text.replace("\n", ". ")]
        if self._notice.isVisible():
            words.append(self._page)
        if not speak(" ".join(words), self._say.lang):
            self._read.setToolTip(self._say("no_voice"))
            self._read.setText(self._say("no_voice"))

    def _later(self) -> None:
        self._answer(ChoiceAnswer.LATER)

    def _answer(self, answer: ChoiceAnswer) -> None:
        """Answer once; a yes can be taken back for ten seconds."""
        if self._done:
            return
        self._done = True
        self._silence.stop()
        self.answered.emit(self.question, answer)
        if answer is ChoiceAnswer.YES:
            self._offer_undo()
        else:
            self.close()

    def _offer_undo(self) -> None:
        """Turn into one line with a way back."""
        for part in self.findChildren(QWidget):
            if part.parent() is self:
                part.hide()
        say = self._say
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(picture("check", self.tokens.accent, self.px(22)))
        row.addWidget(label(say("question.chose_yes"), "strong"), 1)
        undo = button(say("question.undo"), "questionUndo")
        undo.clicked.connect(self._undo)
        row.addWidget(undo)
        self._rows.addWidget(line)
        line.show()
        self.setFixedHeight(self.px(36) + self.px(24) + self.px(14) + 12)
        QTimer.singleShot(UNDO_MS, self, self.close)

    def _undo(self) -> None:
        self.undone.emit(self.question)
        self.close()

    def withdraw(self) -> None:
        """Take an unanswered question away without an answer of its own."""
        self._done = True
        self.close()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape say later; Enter answers only what has the focus."""
        if event.key() == Qt.Key.Key_Escape:
            self._later()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Count closing as later."""
        if not self._done:
            self._later()
        self._silence.stop()
        super().closeEvent(event)
        self.deleteLater()
