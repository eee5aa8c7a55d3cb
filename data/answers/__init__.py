"""Questions answered from a session's records, or an honest silence."""

from data.answers.answer import Answer, Lead
from data.answers.asking import to_question
from data.answers.silence import nearest

__all__ = ["Answer", "Lead", "nearest", "to_question"]
