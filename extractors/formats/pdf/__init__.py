"""PDF files with a text layer: text, boxes and rules from PDFium, grids from the rules."""
