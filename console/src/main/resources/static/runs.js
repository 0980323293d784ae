"use strict";
// Draws the chart of a run from the table of its numbers, which stands there without this file too.
(function () {
  const place = document.getElementById("minutes-chart");
  const table = document.getElementById("minutes");
  if (!place || !table || !window.echarts) {
    return;
  }
  const heads = Array.from(table.tHead.rows[0].cells, function (cell) { return cell.textContent; });
  const rows = Array.from(table.tBodies[0].rows);
  const labels = rows.map(function (row) { return row.cells[0].textContent; });
  const numbers = function (column) {
    return rows.map(function (row) { return Number(row.cells[column].dataset.n); });
  };
  const phases = Array.from(document.querySelectorAll(".phases li"), function (item) {
    return [{ name: item.textContent, xAxis: Number(item.dataset.first) }, { xAxis: Number(item.dataset.last) }];
  });
  const ink = function (name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  };
  const option = function () {
    const axis = { color: ink("--soft") };
    const line = function (name, column, color, type) {
      return {
        name: name, type: type, data: numbers(column), color: color, symbol: "none",
        lineStyle: { width: 2 }, barCategoryGap: "20%", z: type === "bar" ? 2 : 3
      };
    };
    const pickUps = line(heads[1], 1, ink("--accent"), "line");
    pickUps.markArea = {
      silent: true, label: { show: false }, itemStyle: { color: ink("--warn"), opacity: 0.12 }, data: phases
    };
    return {
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      grid: { left: 8, right: 8, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: ink("--ink") } },
      tooltip: { trigger: "axis", renderMode: "richText", confine: true },
      xAxis: { type: "category", data: labels, axisLabel: axis, axisLine: { lineStyle: { color: ink("--line") } } },
      yAxis: { type: "value", minInterval: 1, axisLabel: axis, splitLine: { lineStyle: { color: ink("--line") } } },
      series: [
        pickUps,
        line(heads[2], 2, ink("--bad"), "bar"),
        line(heads[3], 3, ink("--good"), "line")
      ]
    };
  };
  place.hidden = false;
  const chart = window.echarts.init(place, null, { renderer: "canvas" });
  const draw = function () { chart.setOption(option(), true); };
  draw();
  window.addEventListener("resize", function () { chart.resize(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
