"""Files and signatures, and the exit codes of a command."""

from pipeline.explanations.explanation import Explanation
from pipeline.language import mark

FILES: dict[str, Explanation] = {
    "file.duplicate": Explanation(
        mark("This file holds the very same bytes as one that came before."),
        mark("Counted twice, one report would look like two."),
        mark("Nothing. Delete the copy from the inbox if you like; the tool counts the paper once."),
    ),
    "file.unreadable": Explanation(
        mark("The file is damaged, empty, or not what its name says, and nothing could be read from it."),
        mark("What the unit reports in it is counted nowhere until a readable copy is here."),
        mark(
            "The unit opens its own copy, saves it again as DOCX or PDF, and sends it anew. Put the new file into the inbox and run again."
        ),
    ),
    "file.encrypted": Explanation(
        mark("The file is protected by a password."),
        mark("Nothing in it can be read, so the unit's paper does not count yet."),
        mark("The unit sends a copy without a password. The tool never asks for passwords and never tries any."),
    ),
    "file.too_large": Explanation(
        mark("The file is larger, has more pages, or takes longer to read than is allowed for one file."),
        mark("Such a file could stop the work on all the others, so it is put aside."),
        mark(
            "The unit sends the report without large pictures or attachments. If the file is right as it is, raise the limit in the [limits] section of khoi.toml."
        ),
    ),
    "file.unsupported": Explanation(
        mark("The tool does not read this kind of file."),
        mark("If it is a report, it is counted nowhere."),
        mark("If it is a report, the unit sends it as DOCX or PDF. If it is no paper, nothing has to be done."),
    ),
    "file.needs_ocr": Explanation(
        mark("The pages are pictures (a scan or photographs), and text recognition is not installed on this machine."),
        mark("The paper counts as received, but no number in it can be read."),
        mark(
            "The unit sends the DOCX too; or install Tesseract with Vietnamese (`thidua doctor` says how) and run again: the file is then read by itself."
        ),
    ),
    "file.page_without_text": Explanation(
        mark("One page of the file is a picture, while the other pages have text."),
        mark(
            "What stands on that page, often a signature or a table, was not read: text recognition is not installed, or it found no word there."
        ),
        mark(
            "Look at the page. If it holds numbers, the unit sends a copy with text, or enter the numbers in the review."
        ),
    ),
    "file.page_recognised": Explanation(
        mark(
            "Some pages of the file are pictures, while the others have text; the pictures were read by text recognition."
        ),
        mark(
            "A value on such a page is accepted only where two readings of the picture agree or the sums prove it; the others wait for you. What stands behind such a page at a paper's head or foot waits too: it may be an annex's."
        ),
        mark(
            "Decide what waits in the review. If the unit sends the file from which it printed, nothing has to be recognised."
        ),
    ),
    "file.misnamed": Explanation(
        mark("The file's name says one type, its content is another; it was read by its content."),
        mark("Other programs may refuse to open it."),
        mark("Nothing for the report. The unit may save it under the right ending next time."),
    ),
    "file.several_papers": Explanation(
        mark("The file holds more than one paper, one after the other; only the first was read."),
        mark("Numbers in the papers behind the first are counted nowhere."),
        mark("Split the file, or ask the unit for one file for each paper, and put them into the inbox."),
    ),
    "file.hidden_text": Explanation(
        mark("The file holds text that is set to be hidden, and nobody sees it on the printed page."),
        mark("Hidden text is often what is left of an earlier draft; it was not counted."),
        mark("Open the file in Word, show hidden text, and ask the unit if it is meant to be there."),
    ),
    "signature.intact": Explanation(
        mark("The digital signature covers the file as it is: nothing was changed after signing."),
        mark(
            "It shows that the file is the one that was signed. Whether the certificate itself is trusted is not judged here."
        ),
        mark("Nothing."),
    ),
    "signature.changed": Explanation(
        mark("The file was changed after it was signed."),
        mark("What is read may not be what was signed."),
        mark("The unit sends the file as it was signed. Compare the two before the numbers are used."),
    ),
    "signature.none": Explanation(
        mark("The PDF carries no digital signature."),
        mark("It may be a scan of a paper signed by hand, or a draft."),
        mark("If the block asks for signed papers, ask the unit for the signed file."),
    ),
    "exit.1": Explanation(
        mark("The command did its work, and some file of the workspace could not be read."),
        mark("The report is there, but what that file says is not in it."),
        mark("See which file it is with `thidua check`, and ask the unit for a readable copy."),
    ),
    "exit.2": Explanation(
        mark("The command was typed wrongly, or the workspace cannot be used as it is. Nothing was changed."),
        mark("No report was written."),
        mark("Read the message: it names the file, the line and what is expected. Mend it and run again."),
    ),
    "exit.3": Explanation(
        mark("`verify` or `lint` found something that does not hold."),
        mark("A number in the report is not the store's, a received file was changed, or the layout breaks a rule."),
        mark("Read what is listed, mend it or write the report anew, and run the command again."),
    ),
}
