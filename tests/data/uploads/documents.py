"""Word documents, made as Word makes them, as far as a summary needs."""

import zipfile
from io import BytesIO

_NS = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
STYLES = (
    f'<w:styles {_NS}><w:style w:styleId="Titre1"><w:name w:val="heading 1"/></w:style></w:styles>'
)
NUMBERING = (
    f'<w:numbering {_NS}><w:abstractNum w:abstractNumId="7"><w:lvl><w:numFmt w:val="decimal"/>'
    '</w:lvl></w:abstractNum><w:abstractNum w:abstractNumId="8"><w:lvl>'
    '<w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1">'
    '<w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>'
    "</w:numbering>"
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId4" Type="{_LINK}" Target="https://e.org/a?b=1&amp;c=2"/>'
    "</Relationships>"
)


def run(text: str, formats: str = "") -> str:
    """Return a run of a paragraph; ``formats`` are elements of its properties."""
    properties = f"<w:rPr>{formats}</w:rPr>" if formats else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(*runs: str, style: str = "", number: str = "") -> str:
    """Return a paragraph, of a style or an item of a numbered list."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = f'<w:numPr><w:numId w:val="{number}"/></w:numPr>' if number else ""
    return f"<w:p><w:pPr>{styled}{listed}</w:pPr>{''.join(runs)}</w:p>"


def document(*blocks: str, **more: str) -> bytes:
    """Return a document of blocks; ``more`` are other files of the archive."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        body = f"<w:document {_NS}><w:body>{''.join(blocks)}</w:body></w:document>"
        archive.writestr("word/document.xml", more.get("instead", body))
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr("word/numbering.xml", NUMBERING)
        archive.writestr("word/_rels/document.xml.rels", RELATIONS)
    return made.getvalue()
