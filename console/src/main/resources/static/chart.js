"use strict";
// Draws a chart from the table of its numbers, which stands there without this too.
window.drawChart = function (placeId, tableId, seriesOf) {
  const place = document.getElementById(placeId);
  const table = document.getElementById(tableId);
  if (!place || !table || !window.echarts) {
    return;
  }
  const rows = Array.from(table.tBodies[0].rows);
  const labels = rows.map(function (row) { return row.cells[0].textContent; });
  const heads = Array.from(table.tHead.rows[0].cells, function (cell) { return cell.textContent; });
  const ink = function (name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  };
  const numbers = function (column) {
    return rows.map(function (row) { return Number(row.cells[column].dataset.n); });
  };
  const option = function () {
    const axis = { color: ink("--soft") };
    const series = seriesOf({ heads: heads, rows: rows, numbers: numbers, ink: ink });
    const bars = series.filter(function (each) { return each.type === "bar"; });
    return {
      animation: false,
      aria: { enabled: true, decal: { show: bars.length > 1 } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      // On a phone the legend needs more than one line.
      grid: { left: 8, right: 8, top: place.clientWidth < 600 ? 72 : 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: ink("--ink") } },
      tooltip: { trigger: "axis", renderMode: "richText", confine: true },
      xAxis: { type: "category", data: labels, axisLabel: axis, axisLine: { lineStyle: { color: ink("--line") } } },
      yAxis: { type: "value", minInterval: 1, axisLabel: axis, splitLine: { lineStyle: { color: ink("--line") } } },
      series: series
    };
  };
  place.hidden = false;
  const chart = window.echarts.init(place, null, { renderer: "canvas" });
  const draw = function () { chart.setOption(option(), true); };
  draw();
  window.addEventListener("resize", function () { chart.resize(); draw(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
};
