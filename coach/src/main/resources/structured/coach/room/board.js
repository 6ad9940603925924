'use strict';
// Shows what the board sends. Whatever comes from a laptop becomes text, by textContent, and never markup.
const SIGNS = {G: '✔', R: '✘', A: '≠', H: '∞', C: '!', U: '?'};
const isFacilitator = document.body.dataset.view === 'facilitator';
const suffix = isFacilitator ? '' : '-room';
const $ = id => document.getElementById(id);
const tags = Object.keys(TEXTS);
let language = tags[0], texts = TEXTS[language], lists, shown, raised = null;

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
function set(node, text) { if (node.textContent !== text) node.textContent = text; }
/** A text with values in it. */
const say = (key, ...values) => texts[key].replace(/%(\d)/g, (all, number) => values[number - 1]);
const minutes = seconds => seconds < 60 ? texts.justNow : say('minutes', Math.floor(seconds / 60));
const short = exercise => exercise.replace(/-.*/, '');
const titleOf = (exercise, step) => {
  const known = lists.exercises.find(it => it.name === exercise);
  return known && known.steps[step - 1] ? known.steps[step - 1].titles[language] : '';
};

// ---- Languages, light and dark ------------------------------------------------------------------------------------
function remembered(key) { try { return localStorage.getItem(key); } catch (e) { return null; } }
function remember(key, value) { try { localStorage.setItem(key, value); } catch (e) { /* Until the page is loaded again, then. */ } }

/** The one after the one that is spoken: the button goes round. */
const next = () => tags[(tags.indexOf(language) + 1) % tags.length];
/** The one that is asked for, or else one of the same language in another country; or nothing. */
const like = wanted => wanted && (tags.find(tag => tag === wanted) || tags.find(tag => tag.split('-')[0] === wanted.split('-')[0]));

function speak(tag) {
  language = tag;
  texts = TEXTS[language];
  document.documentElement.lang = language;
  document.title = texts.title;
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = texts[node.dataset.text];
  set($('language'), TEXTS[next()].name);
  $('language').lang = next();
  if (isFacilitator && lists) {
    fillHints();
    set($('legend'), texts.legend + ' ' + Object.keys(SIGNS).map(it => `${SIGNS[it]} ${texts['verdict.' + it]}`).join('  '));
    $('rows').tBodies[0].replaceChildren();
  }
  if (shown) { $('where').replaceChildren(); show(shown); }
}
$('language').addEventListener('click', () => {
  remember('language', next());
  speak(next());
});
$('theme').addEventListener('click', () => {
  const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark'
    || getComputedStyle(document.documentElement).colorScheme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = isDark ? 'light' : 'dark';
  remember('theme', document.documentElement.dataset.theme);
});

// ---- What comes -----------------------------------------------------------------------------------------------------
function show(state) {
  shown = state;
  set($('count'), String(state.people));
  showWhere(state.where);
  showMistakes(state.mistakes);
  set($('said'), isFacilitator && state.notice ? say('said', state.notice) : state.notice);
  if (isFacilitator) {
    showCalls($('calls'), state.calls, true);
    showCalls($('stuck'), state.stuck, false);
    showCalls($('silent'), state.silent, false);
    showRows(state.rows);
    announce(state.calls);
  } else {
    set($('hands'), state.calls > 0 ? say(state.calls === 1 ? 'hands.one' : 'hands.other', state.calls) : '');
  }
}

/** For those who hear the page: who has raised a hand since the last time. */
function announce(calls) {
  const now = new Map(calls.map(call => [call.id, call.nick]));
  if (raised) {
    const names = [...now].filter(([id]) => !raised.has(id)).map(([, nick]) => say('raised', nick));
    if (names.length) set($('live'), names.join('. '));
  }
  raised = now;
}

function showCalls(list, calls, withButton) {
  keep(list, calls, call => {
    const item = element('li');
    item.append(element('b', 'nick'), ' ', element('span', 'at'), ' ', element('span', 'since'));
    if (withButton) item.append(' ', action(texts.done, call, () => post('answered', {id: call.id})));
    return item;
  }, (item, call) => {
    set(item.querySelector('.nick'), call.nick);
    set(item.querySelector('.at'), call.exercise ? `${short(call.exercise)} · ${call.step}` : '');
    set(item.querySelector('.since'), (call.gone ? texts.gone + ', ' : '') + minutes(call.seconds));
  });
}

/** Makes children for what is new, removes what has gone, and puts all into their order; a child that stays keeps its focus. */
function keep(parent, items, make, fill) {
  const known = new Map([...parent.children].map(child => [child.dataset.id, child]));
  let at = parent.firstElementChild;
  for (const item of items) {
    let child = known.get(item.id);
    if (!child) {
      child = make(item);
      child.dataset.id = item.id;
    }
    known.delete(item.id);
    if (child === at) at = at.nextElementSibling; else parent.insertBefore(child, at);
    fill(child, item);
  }
  for (const child of known.values()) child.remove();
}

function action(text, person, does) {
  const button = element('button', '', text);
  button.type = 'button';
  button.setAttribute('aria-label', `${text}: ${person.nick}`);
  button.addEventListener('click', does);
  return button;
}

function showWhere(where) {
  const table = $('where');
  const most = Math.max(...where.map(it => it.steps.length));
  if (!table.rows.length) {
    const head = table.createTHead().insertRow();
    head.append(element('td'));
    for (let step = 1; step <= most; step++) head.append(heading('col', String(step), `${texts.step} ${step}`));
    head.append(heading('col', '✔', texts.green));
    const body = table.createTBody();
    for (const exercise of where) {
      const row = body.insertRow();
      row.append(heading('row', exercise.exercise));
      for (let step = 1; step <= most + 1; step++) row.insertCell().title = step > most ? texts.green : titleOf(exercise.exercise, step);
    }
  }
  const all = Math.max(1, ...where.flatMap(it => [...it.steps, it.green]));
  where.forEach((exercise, i) => {
    const cells = table.tBodies[0].rows[i].cells;
    for (let step = 1; step <= most; step++) cell(cells[step], exercise.steps[step - 1], all, '');
    cell(cells[most + 1], exercise.green, all, ' green');
    table.tBodies[0].rows[i].classList.toggle('empty', exercise.green + exercise.steps.reduce((a, b) => a + b, 0) === 0);
  });
}
function heading(scope, text, label) {
  const th = element('th', '', text);
  th.scope = scope;
  if (label) th.setAttribute('aria-label', label);
  return th;
}
function cell(td, count, all, className) {
  set(td, count ? String(count) : '');
  td.className = count === undefined ? 'missing' : 'n' + Math.ceil(count / all * 4) + className;
}

function showMistakes(mistakes) {
  keep($('mistakes'), mistakes.map(it => ({id: it.exercise + it.name, ...it})), () => element('li'), (item, it) => {
    const text = say('mistake', it.people, it.of, it.texts[language]);
    if (item.dataset.told === text) return;
    item.dataset.told = text;
    item.replaceChildren(element('b', '', short(it.exercise)), ' ' + text);
  });
}

function showRows(rows) {
  keep($('rows').tBodies[0], rows, row => {
    const tr = element('tr');
    const name = heading('row', '');
    name.append(element('span', 'nick'), ' ', element('span', 'tests'));
    tr.append(name);
    for (const what of ['how', 'exercise', 'step', 'passed', 'last', 'strip']) tr.append(element('td', what));
    const actions = element('td', 'actions');
    actions.append(
      action(texts.rename, row, () => {
        const nick = prompt(texts.newName, tr.querySelector('.nick').textContent);
        if (nick !== null) post('rename', {id: row.id, nick});
      }), ' ',
      action(texts.remove, row, () => {
        if (confirm(say('reallyRemove', tr.querySelector('.nick').textContent))) post('remove', {id: row.id});
      }));
    tr.append(actions);
    return tr;
  }, fillRow);
}

function fillRow(tr, row) {
  const told = JSON.stringify(row, (key, value) => key === 'seconds' ? Math.floor(value / 60) : value);
  if (tr.dataset.told === told) return;
  tr.dataset.told = told;
  tr.className = row.standing.toLowerCase() + (row.away ? ' away' : '') + (row.hand ? ' hand' : '');
  set(tr.querySelector('.nick'), row.nick);
  const tests = tr.querySelector('.tests');
  set(tests, row.otherTests ? texts.otherTests : '');
  tests.title = row.otherTests ? texts.otherTestsWhy : '';
  for (const button of tr.querySelectorAll('button')) button.setAttribute('aria-label', `${button.textContent}: ${row.nick}`);
  const how = [row.hand ? texts.handUp : '', texts['standing.' + row.standing], row.away && row.standing !== 'GONE' ? texts.away : ''];
  set(tr.querySelector('.how'), how.filter(it => it).join(', '));
  set(tr.querySelector('.exercise'), row.exercise);
  const step = tr.querySelector('.step');
  set(step, row.step && row.state !== 'GREEN' ? String(row.step) : '');
  step.title = titleOf(row.exercise, row.step);
  set(tr.querySelector('.passed'), row.of ? `${row.passed}/${row.of}` : '');
  set(tr.querySelector('.last'), row.state ? minutes(row.seconds) : '');
  const strip = tr.querySelector('.strip');
  strip.replaceChildren(...[...row.strip].map(letter => {
    const sign = element('i', letter, SIGNS[letter]);
    sign.setAttribute('aria-hidden', 'true');
    return sign;
  }), element('span', 'unseen', [...row.strip].map(letter => texts['verdict.' + letter]).join(', ')));
}

// ---- What the facilitator does ----------------------------------------------------------------------------------------
async function post(what, body) {
  try {
    const answer = await fetch(what, {method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body)});
    if (!answer.ok) throw new Error((await answer.json()).error);
  } catch (e) {
    set($('live'), say('failed', e.message));
    alert(say('failed', e.message));
  }
}
function fillHints() {
  const select = $('hint').elements.hint;
  const before = select.value;
  select.replaceChildren();
  for (const exercise of lists.exercises) {
    exercise.steps.forEach((step, i) => {
      for (let hint = 1; hint <= step.hints; hint++) {
        const option = element('option', '', `${short(exercise.name)}/${i + 1}/${hint}`);
        option.value = JSON.stringify({exercise: exercise.name, step: i + 1, hint});
        select.append(option);
      }
    });
  }
  if (before) select.value = before;
}
if (isFacilitator) {
  $('notice').addEventListener('submit', event => {
    event.preventDefault();
    post('notice', {text: event.target.elements.text.value});
    event.target.reset();
  });
  $('quiet').addEventListener('click', () => post('notice', {text: ''}));
  $('hint').addEventListener('submit', event => {
    event.preventDefault();
    post('hint', JSON.parse(event.target.elements.hint.value));
  });
}

// ---- How it comes: as a stream, or where there is none, by asking now and then --------------------------------------------
function lost(isLost) {
  $('lost').hidden = !isLost;
  document.body.classList.toggle('old', isLost);
}
async function ask() {
  try {
    const answer = await fetch('state' + suffix);
    if (!answer.ok) throw new Error(answer.statusText);
    show(await answer.json());
    lost(false);
  } catch (e) {
    lost(true);
  }
  setTimeout(ask, 2000);
}
function listen() {
  if (!window.EventSource) return ask();
  const events = new EventSource('events' + suffix);
  events.addEventListener('message', event => {
    show(JSON.parse(event.data));
    lost(false);
  });
  events.addEventListener('error', () => {
    lost(true);
    if (events.readyState === EventSource.CLOSED) ask();
  });
}
async function start() {
  if (remembered('theme')) document.documentElement.dataset.theme = remembered('theme');
  language = like(remembered('language')) || like(navigator.language) || tags[0];
  lists = await (await fetch('lists')).json();
  set($('join'), lists.join);
  speak(language);
  listen();
}
start().catch(() => { speak(language); lost(true); });
