"""The names of WordprocessingML that the reader looks at."""

from __future__ import annotations

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD_SHORT = "w"
"""What the reader calls that namespace: lxml spells out the name of every element that it hands over."""
_W = f"{{{WORD_SHORT}}}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

RELATION_ID = f"{_R}id"

# Blocks
BODY = f"{_W}body"
P = f"{_W}p"
TBL = f"{_W}tbl"
TR = f"{_W}tr"
TC = f"{_W}tc"
TXBX_CONTENT = f"{_W}txbxContent"
ALT_CHUNK = f"{_W}altChunk"
HEADER_REFERENCE = f"{_W}headerReference"
FOOTER_REFERENCE = f"{_W}footerReference"

# Wrappers
SDT = f"{_W}sdt"
SDT_CONTENT = f"{_W}sdtContent"
CUSTOM_XML = f"{_W}customXml"
WRAPPERS = (SDT, SDT_CONTENT, CUSTOM_XML)
ALTERNATE = f"{_MC}AlternateContent"
CHOICE = f"{_MC}Choice"
FALLBACK = f"{_MC}Fallback"

# Runs and their text
R = f"{_W}r"
T = f"{_W}t"
MATH_R = f"{_MATH}r"
MATH_T = f"{_MATH}t"
MATH_DENOMINATOR = f"{_MATH}den"
MATH_POWER = f"{_MATH}sup"
TAB = f"{_W}tab"
PTAB = f"{_W}ptab"
BR = f"{_W}br"
CR = f"{_W}cr"
NO_BREAK_HYPHEN = f"{_W}noBreakHyphen"
SOFT_HYPHEN = f"{_W}softHyphen"
SYM = f"{_W}sym"
DRAWING_T = f"{_DRAWING}t"

# Left out
DEL = f"{_W}del"
MOVE_FROM = f"{_W}moveFrom"
DEL_TEXT = f"{_W}delText"
INSTR_TEXT = f"{_W}instrText"
DEL_INSTR_TEXT = f"{_W}delInstrText"
FLD_CHAR = f"{_W}fldChar"
DRAWING = f"{_W}drawing"
PICT = f"{_W}pict"
OBJECT = f"{_W}object"
FLD_DATA = f"{_W}fldData"
RUBY_GLOSS = f"{_W}rt"
VANISH = f"{_W}vanish"
STRIKE = (f"{_W}strike", f"{_W}dstrike")

# Earlier formatting, kept by Word for tracked changes
CHANGES = tuple(
    f"{_W}{name}Change" for name in ("rPr", "pPr", "tblPr", "tblPrEx", "trPr", "tcPr", "tblGrid", "sectPr", "numbering")
)

# Properties
P_PR = f"{_W}pPr"
R_PR = f"{_W}rPr"
TR_PR = f"{_W}trPr"
TBL_PR = f"{_W}tblPr"
P_STYLE = f"{_W}pStyle"
R_STYLE = f"{_W}rStyle"
TBL_STYLE = f"{_W}tblStyle"
NUM_PR = f"{_W}numPr"
NUM_ID = f"{_W}numId"
ILVL = f"{_W}ilvl"
JC = f"{_W}jc"
IND = f"{_W}ind"
B = f"{_W}b"
I = f"{_W}i"  # noqa: E741 — Word's own name
SZ = f"{_W}sz"
CAPS = f"{_W}caps"
SMALL_CAPS = f"{_W}smallCaps"
VERT_ALIGN = f"{_W}vertAlign"
R_FONTS = f"{_W}rFonts"
GRID_SPAN = f"{_W}gridSpan"
V_MERGE = f"{_W}vMerge"
H_MERGE = f"{_W}hMerge"
GRID_BEFORE = f"{_W}gridBefore"
GRID_AFTER = f"{_W}gridAfter"
TBL_HEADER = f"{_W}tblHeader"
TBL_BORDERS = f"{_W}tblBorders"
TC_BORDERS = f"{_W}tcBorders"

# Styles and numbering
STYLE = f"{_W}style"
STYLE_ID = f"{_W}styleId"
TYPE = f"{_W}type"
DEFAULT = f"{_W}default"
BASED_ON = f"{_W}basedOn"
DOC_DEFAULTS = f"{_W}docDefaults"
ABSTRACT_NUM = f"{_W}abstractNum"
ABSTRACT_NUM_ID = f"{_W}abstractNumId"
NUM_STYLE_LINK = f"{_W}numStyleLink"
NUM = f"{_W}num"
LVL = f"{_W}lvl"
LVL_OVERRIDE = f"{_W}lvlOverride"
START_OVERRIDE = f"{_W}startOverride"
START = f"{_W}start"
NUM_FMT = f"{_W}numFmt"
FORMAT = f"{_W}format"
LVL_TEXT = f"{_W}lvlText"
LVL_RESTART = f"{_W}lvlRestart"
IS_LGL = f"{_W}isLgl"

# Notes and comments
FOOTNOTE = f"{_W}footnote"
ENDNOTE = f"{_W}endnote"
COMMENT = f"{_W}comment"
FOOTNOTE_REFERENCE = f"{_W}footnoteReference"
ENDNOTE_REFERENCE = f"{_W}endnoteReference"
ID = f"{_W}id"
OWN_MARK = f"{_W}customMarkFollows"

# Attributes
VAL = f"{_W}val"
LEFT = f"{_W}left"
INDENT_START = f"{_W}start"
ASCII = f"{_W}ascii"
H_ANSI = f"{_W}hAnsi"
CHAR = f"{_W}char"
FONT = f"{_W}font"
FLD_CHAR_TYPE = f"{_W}fldCharType"

RAISED = "superscript"

_OFF = frozenset({"0", "false", "off"})


def is_on(value: str | None) -> bool:
    """Whether a toggle's `w:val` switches it on; a missing value does."""
    return value not in _OFF
