package parcelrecon.report.workbook;

/** How a cell looks, beside its number format. */
enum Look {
  PLAIN,
  RIGHT,
  WRAPPED,
  BY_HAND,
  LINK,
  HEADER,
  HEADER_RIGHT,
  HEADER_BY_HAND,
  NOTE,
  TITLE,
  HEADLINE,
  SECTION,
  TOTAL;

  boolean isBold() {
    return this == HEADER_BY_HAND
        || this == TITLE
        || this == HEADLINE
        || this == SECTION
        || this == TOTAL;
  }

  boolean isIndented() {
    return this == PLAIN || this == WRAPPED || this == LINK || isHeader();
  }

  boolean isHeader() {
    return this == HEADER || this == HEADER_RIGHT || this == HEADER_BY_HAND;
  }

  boolean isWrapped() {
    return this == WRAPPED || this == RIGHT || this == BY_HAND || isHeader() || this == HEADLINE;
  }

  short points() {
    return switch (this) {
      case TITLE -> 18;
      case HEADLINE -> 13;
      case SECTION -> 12;
      default -> 10;
    };
  }
}
