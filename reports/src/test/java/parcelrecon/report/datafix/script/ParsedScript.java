package parcelrecon.report.datafix.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.update.Update;
import parcelrecon.report.datafix.change.DatafixSettings.Dialect;

/**
 * A file of SQL as JSqlParser reads it whole. What it cannot read is replaced first, and only where
 * it stands exactly so: a line by a savepoint of its own name, which keeps the line's place among
 * the statements; a word within a statement by one that says the same.
 *
 * @param statements in their order, without ids: an X is left of each
 * @param ids the rows' literals in their order, decoded
 */
record ParsedScript(List<Statement> statements, List<String> ids) {

  private static final int PARSING_MILLIS_MAX = 60_000;

  private static final Map<String, String> UNREAD =
      Map.of(
          "\n\\set ON_ERROR_STOP on\n",
          "\nsavepoint stop_at_errors;\n",
          "\nset session characteristics as transaction isolation level read committed;\n",
          "\nsavepoint isolation;\n",
          "\nset session transaction isolation level repeatable read;\n",
          "\nsavepoint isolation;\n",
          "\nbegin;\n",
          "\nsavepoint begin_batch;\n",
          "\nstart transaction;\n",
          "\nsavepoint begin_batch;\n",
          "\nprepare batch_ends from @batch_ends;\n",
          "\nsavepoint prepare_end;\n",
          " as text) collate \"C\"",
          " as text)",
          "\n) engine = InnoDB\nselect\n",
          "\n) engine = InnoDB as select\n",
          " _utf8mb4 x'",
          " " + ReadLiteral.UTF8MB4_HEX + "'");

  private static final Set<String> KEYS = Set.of("outbound_id", "row_key");
  private static final int ID_AMONG_KEPT = 2;

  /** A backslash in a text without a prefix hides what follows it in MariaDB only. */
  static ParsedScript of(String text, Dialect dialect) throws JSQLParserException {
    String readable = text;
    for (Map.Entry<String, String> each : UNREAD.entrySet()) {
      readable = readable.replace(each.getKey(), each.getValue());
    }
    List<Statement> statements =
        CCJSqlParserUtil.parseStatements(
            readable,
            parser ->
                parser
                    .withTimeOut(PARSING_MILLIS_MAX)
                    .withBackslashEscapeCharacter(dialect == Dialect.MARIADB));
    TakenIds ids = new TakenIds(dialect);
    statements.forEach(ids::takeFrom);
    return new ParsedScript(List.copyOf(statements), List.copyOf(ids.taken));
  }

  /** Each statement as the parser tells it, the fix without its name. */
  List<String> told() {
    return statements.stream()
        .map(each -> each.toString().replaceAll("'[0-9a-f]{64}'", "FIX"))
        .toList();
  }

  /** What a key is compared with, and the keys that are kept. */
  private static final class TakenIds extends ExpressionVisitorAdapter<Void> {

    private final Dialect dialect;
    private final List<String> taken = new ArrayList<>();

    private TakenIds(Dialect dialect) {
      this.dialect = dialect;
    }

    private void takeFrom(Statement statement) {
      if (statement instanceof Update update) {
        update.getWhere().accept(this, null);
      } else if (statement instanceof PlainSelect select) {
        takeFrom(select);
      } else if (statement instanceof Insert insert
          && insert.getTable().getName().equals("parcel_recon_kept")) {
        List<SelectItem<?>> items = insert.getPlainSelect().getSelectItems();
        taken.add(ReadLiteral.decode(items.get(ID_AMONG_KEPT).getExpression(), dialect));
        items.set(ID_AMONG_KEPT, SelectItem.from(new StringValue("X")));
      }
    }

    private void takeFrom(PlainSelect select) {
      select.getSelectItems().forEach(item -> item.getExpression().accept(this, null));
      if (select.getFromItem() instanceof ParenthesedSelect inner) {
        takeFrom(inner.getPlainSelect());
      }
      if (select.getWhere() != null) {
        select.getWhere().accept(this, null);
      }
    }

    @Override
    public <S> Void visit(Select select, S context) {
      takeFrom(((ParenthesedSelect) select).getPlainSelect());
      return null;
    }

    @Override
    public <S> Void visit(EqualsTo equals, S context) {
      Expression value = equals.getRightExpression();
      if (equals.getLeftExpression() instanceof Column column
          && KEYS.contains(column.getColumnName())
          && !(value instanceof Column)) {
        taken.add(ReadLiteral.decode(value, dialect));
        equals.setRightExpression(new StringValue("X"));
      }
      return null;
    }
  }
}
