"""The meeting's workbook, filled in."""


def block_cell(sheet, code):
    """The open cell of the block's score in the row with that code, and the reason's beside it."""
    header = next(row for row in sheet.iter_rows() if any(cell.value == "Khối chấm" for cell in row))
    column = next(cell.column for cell in header if cell.value == "Khối chấm")
    reason = next(cell.column for cell in header if "Lý do" in str(cell.value))
    line = next(row[0].row for row in sheet.iter_rows(min_row=header[0].row + 1) if str(row[0].value) == code)
    return sheet.cell(line, column), sheet.cell(line, reason)
