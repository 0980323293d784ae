package parcelrecon.report.workbook;

/** How a cell looks, beside its number format. */
enum Look {
  PLAIN,
  WRAPPED,
  BY_HAND,
  HEADER,
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

  boolean isHeader() {
    return this == HEADER || this == HEADER_BY_HAND;
  }

  boolean isWrapped() {
    return this == WRAPPED || this == BY_HAND || isHeader() || this == HEADLINE;
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
