"use strict";
// What is open, day by day and by class; a day on which nobody looked is paler.
window.drawChart("burn-chart", "burn", function (table) {
  const ink = table.ink;
  const colors = [ink("--accent"), ink("--bad"), ink("--warn"), ink("--good"), ink("--soft")];
  // Columns 2 and on are classes; behind them come all, and two amounts.
  return table.heads.slice(2, table.heads.length - 3).map(function (name, at) {
    const numbers = table.numbers(at + 2);
    return {
      name: name, type: "bar", stack: "open", barMaxWidth: 48, color: colors[at % colors.length],
      data: table.rows.map(function (row, day) {
        return { value: numbers[day], itemStyle: { opacity: row.classList.contains("soft") ? 0.45 : 1 } };
      })
    };
  });
});
