"use strict";
// Pick-ups of each minute, and which of them the counter showed as failed.
window.drawChart("minutes-chart", "minutes", function (table) {
  const ink = table.ink;
  const line = function (column, color, type) {
    return {
      name: table.heads[column], type: type, data: table.numbers(column), color: color, symbol: "none",
      lineStyle: { width: 2 }, barCategoryGap: "20%", z: type === "bar" ? 2 : 3
    };
  };
  const phases = Array.from(document.querySelectorAll(".phases li"), function (item) {
    return [{ name: item.textContent, xAxis: Number(item.dataset.first) }, { xAxis: Number(item.dataset.last) }];
  });
  const pickUps = line(1, ink("--accent"), "line");
  pickUps.markArea = {
    silent: true, label: { show: false }, itemStyle: { color: ink("--warn"), opacity: 0.12 }, data: phases
  };
  return [pickUps, line(2, ink("--bad"), "bar"), line(3, ink("--good"), "line")];
});
