'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const byId = (id) => document.getElementById(id);
const state = { metric: 0, column: -1, falling: false, open: -1, system: 0 };
const SVG = 'http://www.w3.org/2000/svg';

function element(name, attributes = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick') node.addEventListener('click', value);
    else node.setAttribute(key, value);
  }
  node.append(...children);
  return node;
}
function shape(name, attributes, text) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  if (text !== undefined) node.textContent = text;
  return node;
}
const f = (cluster, system) => cluster.outputs[system].scores[state.metric][2];
const hundredths = (value) => (value * 100).toFixed(2);

// A plot of points {x, y, colour, title, cluster, system}.
function plot(target, points, xLabel, yLabel, maxX, maxY, diagonal) {
  const [width, height, left, bottom, top, right] = [400, 300, 44, 38, 8, 12];
  const x = (value) => left + (value / maxX) * (width - left - right);
  const y = (value) => height - bottom - (value / maxY) * (height - bottom - top);
  const svg = shape('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `${yLabel} against ${xLabel}` });
  svg.append(shape('path', { class: 'axis', d: `M${left} ${top}V${height - bottom}H${width - right}` }));
  if (diagonal) svg.append(shape('path', { class: 'axis', d: `M${x(0)} ${y(0)}L${x(Math.min(maxX, maxY))} ${y(Math.min(maxX, maxY))}` }));
  for (const part of [0, 0.5, 1]) {
    const label = (max) => (max <= 1 ? (part * max * 100).toFixed(0) : (part * max).toFixed(0));
    svg.append(shape('text', { x: x(part * maxX), y: height - bottom + 15, 'text-anchor': 'middle' }, label(maxX)));
    svg.append(shape('text', { x: left - 5, y: y(part * maxY) + 4, 'text-anchor': 'end' }, label(maxY)));
  }
  svg.append(shape('text', { x: (left + width - right) / 2, y: height - 4, 'text-anchor': 'middle' }, xLabel));
  svg.append(shape('text', { x: 12, y: (height - bottom) / 2, 'text-anchor': 'middle', transform: `rotate(-90 12 ${(height - bottom) / 2})` }, yLabel));
  for (const point of points) {
    const open = point.cluster === state.open ? ' open' : '';
    const dot = shape('circle', { class: 'dot' + open, cx: x(point.x).toFixed(1), cy: y(point.y).toFixed(1), r: 4.5, fill: point.colour });
    dot.append(shape('title', {}, point.title));
    dot.addEventListener('click', () => show(point.cluster, point.system, true));
    svg.append(dot);
  }
  byId(target).replaceChildren(svg);
}

function plots() {
  const [across, up] = [Number(byId('across').value), Number(byId('up').value)];
  const all = data.clusters.flatMap((cluster) => data.systems.map((_, system) => f(cluster, system)));
  const top = Math.max(0.05, Math.ceil(Math.max(0, ...all) * 20) / 20);
  const pairs = data.clusters.map((cluster, at) => ({
    x: f(cluster, across), y: f(cluster, up), colour: data.colours[up], cluster: at, system: up,
    title: `${cluster.id}: ${data.systems[across]} ${hundredths(f(cluster, across))}, ${data.systems[up]} ${hundredths(f(cluster, up))}`,
  }));
  plot('scatter', pairs, `${data.systems[across]} F`, `${data.systems[up]} F`, top, top, true);
  const dots = data.clusters.flatMap((cluster, at) => data.systems.map((name, system) => ({
    x: cluster.outputs[system].words, y: f(cluster, system), colour: data.colours[system], cluster: at, system,
    title: `${cluster.id}, ${name}: ${cluster.outputs[system].words.toFixed(0)} words, F ${hundredths(f(cluster, system))}`,
  })));
  const longest = Math.max(10, Math.ceil(Math.max(0, ...dots.map((dot) => dot.x)) / 10) * 10);
  plot('lengths', dots, 'words', 'F', longest, top, false);
}

// The text with its marked stretches; marks are [length, level] in order.
function marked(text, marks) {
  const out = element('p', { class: 'text' });
  let at = 0;
  for (const [length, level] of marks) {
    const piece = text.slice(at, at + length);
    at += length;
    out.append(level === 0 ? piece : element('mark', level === 2 ? { class: 'two' } : {}, piece));
  }
  out.append(text.slice(at));
  return out;
}

function detail(cluster) {
  const output = cluster.outputs[state.system];
  const tab = (name, system) => element('button', {
    type: 'button', 'aria-pressed': String(system === state.system),
    onclick: () => show(state.open, system, false),
  }, name);
  const scores = data.metrics.map((metric, at) => {
    const [p, r, fMeasure] = output.scores[at].map(hundredths);
    return `${metric} P ${p} R ${r} F ${fMeasure}`;
  });
  const references = cluster.references.map((text, at) => element('div', {},
    element('strong', {}, cluster.references.length > 1 ? `reference ${at + 1}` : 'reference'),
    marked(text, output.referenceMarks[at])));
  return element('div', { class: 'open-cluster' },
    element('div', { class: 'tabs' }, ...data.systems.map(tab)),
    element('p', { class: 'quiet' }, scores.join(' · ')),
    element('div', { class: 'pair' },
      element('div', {}, element('strong', {}, data.systems[state.system]), marked(output.text, output.marks)),
      element('div', {}, ...references)));
}

function table() {
  const heading = (name, column) => {
    const cell = element('th', { scope: 'col', class: column < 0 ? '' : 'number' },
      element('button', { type: 'button', onclick: () => sort(column) }, name));
    if (column === state.column) cell.setAttribute('aria-sort', state.falling ? 'descending' : 'ascending');
    return cell;
  };
  byId('table').tHead.replaceChildren(element('tr', {}, heading('cluster', -1), ...data.systems.map(heading)));
  const order = data.clusters.map((_, at) => at);
  const collator = new Intl.Collator('en', { numeric: true });
  const compare = state.column < 0
    ? (a, b) => collator.compare(data.clusters[a].id, data.clusters[b].id)
    : (a, b) => f(data.clusters[a], state.column) - f(data.clusters[b], state.column);
  order.sort((a, b) => (state.falling ? compare(b, a) : compare(a, b)) || a - b);
  const rows = order.flatMap((at) => {
    const cluster = data.clusters[at];
    const open = at === state.open;
    const toggle = () => show(open ? -1 : at, state.system, false);
    const row = element('tr', { class: open ? 'row open' : 'row', onclick: toggle },
      element('td', {}, element('button', { type: 'button', 'aria-expanded': String(open) }, cluster.id)),
      ...data.systems.map((_, system) => element('td', { class: 'number' }, hundredths(f(cluster, system)))));
    if (!open) return [row];
    return [row, element('tr', { class: 'detail' }, element('td', { colspan: data.systems.length + 1 }, detail(cluster)))];
  });
  byId('table').tBodies[0].replaceChildren(...rows);
}

function show(cluster, system, scroll) {
  state.open = cluster;
  state.system = system;
  draw();
  if (scroll) document.querySelector('tr.row.open')?.scrollIntoView({ block: 'start' });
}
function sort(column) {
  // Scores come highest first, names from A.
  state.falling = column === state.column ? !state.falling : column >= 0;
  state.column = column;
  table();
}
function draw() {
  plots();
  table();
}
byId('metric').addEventListener('change', (event) => { state.metric = Number(event.target.value); draw(); });
for (const id of ['across', 'up']) byId(id).addEventListener('change', plots);
if (data.systems.length > 0) draw();
