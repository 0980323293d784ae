"use strict";
// Draws what is open, day by day, from the table of its numbers, which stands there without this too.
(function () {
  const place = document.getElementById("burn-chart");
  const table = document.getElementById("burn");
  if (!place || !table || !window.echarts) {
    return;
  }
  const heads = Array.from(table.tHead.rows[0].cells, function (cell) { return cell.textContent; });
  const rows = Array.from(table.tBodies[0].rows);
  const labels = rows.map(function (row) { return row.cells[0].textContent; });
  // Columns 2 and on are classes; behind them come all, and two amounts.
  const classes = heads.slice(2, heads.length - 3);
  const ink = function (name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  };
  const option = function () {
    const axis = { color: ink("--soft") };
    const colors = [ink("--accent"), ink("--bad"), ink("--warn"), ink("--good"), ink("--soft")];
    return {
      animation: false,
      aria: { enabled: true, decal: { show: true } },
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily },
      // On a phone the legend needs more than one line.
      grid: { left: 8, right: 8, top: place.clientWidth < 600 ? 72 : 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, textStyle: { color: ink("--ink") } },
      tooltip: { trigger: "axis", renderMode: "richText", confine: true },
      xAxis: { type: "category", data: labels, axisLabel: axis, axisLine: { lineStyle: { color: ink("--line") } } },
      yAxis: { type: "value", minInterval: 1, axisLabel: axis, splitLine: { lineStyle: { color: ink("--line") } } },
      series: classes.map(function (name, at) {
        return {
          name: name, type: "bar", stack: "open", barMaxWidth: 48, color: colors[at % colors.length],
          data: rows.map(function (row) {
            const seen = !row.classList.contains("soft");
            return { value: Number(row.cells[at + 2].dataset.n), itemStyle: { opacity: seen ? 1 : 0.45 } };
          })
        };
      })
    };
  };
  place.hidden = false;
  const chart = window.echarts.init(place, null, { renderer: "canvas" });
  const draw = function () { chart.setOption(option(), true); };
  draw();
  window.addEventListener("resize", function () { chart.resize(); draw(); });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
})();
