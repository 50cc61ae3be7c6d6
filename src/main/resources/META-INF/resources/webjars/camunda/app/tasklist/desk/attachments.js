// Pictures and files of messages; pictures open large without leaving the page.

import { el, foreign } from '/kit/dom.js';
import { attachment, fetchAttachment } from './server.js';
import { fileSize, moment } from '/kit/format.js';

const picture = (one) => one.state === 'KEPT' && /^image\/(png|jpeg|gif|webp|svg\+xml)$/.test(one.contentType ?? '');

const nameOf = (one) => one.fileName || (picture(one) ? 'снимок' : 'файл');

/** The attachments of one message as a row of thumbnails, files and notices. */
export function attachments(all) {
  const pictures = all.filter(picture);
  return el('div.desk-attachments', {}, ...all.map((one) => {
    if (one.state === 'WAITING') return waiting(one);
    if (one.state === 'LEFT_OUT') return foreign('span.desk-file.desk-lost', one.reason);
    if (one.state !== 'KEPT')
      return el('span.desk-file.desk-lost', {}, 'вложение не сохранилось', one.reason ? foreign('span', `: ${one.reason}`) : null);
    if (picture(one)) return thumbnail(one, pictures);
    return el('a.desk-file', { href: attachment(one.id), download: true },
      foreign('bdi', nameOf(one)), el('small', {}, ` ${fileSize(one.bytes)}`));
  }));
}

/** The desk asks again by itself; who does not want to wait presses. */
function waiting(one) {
  if (!one.retryAt) return el('span.desk-file.desk-waiting', {}, 'вложение загружается…');
  const press = el('button.desk-link', { type: 'button', onclick: () => {
    press.disabled = true;
    fetchAttachment(one.id).then(() => press.replaceWith('загружаем…'), () => { press.disabled = false; });
  } }, 'Загрузить сейчас');
  return el('span.desk-file.desk-waiting', {}, `вложение ещё загружается, повторим ${moment(one.retryAt)}`,
    one.reason ? foreign('span', `: ${one.reason}`) : null, ' ', press);
}

function thumbnail(one, pictures) {
  const image = el('img', { src: attachment(one.id), alt: nameOf(one), loading: 'lazy' });
  const button = el('button.desk-thumbnail', {
    type: 'button',
    title: 'Открыть крупно',
    onclick: () => open(pictures, pictures.indexOf(one)),
  }, image);
  image.addEventListener('error', () =>
    button.replaceWith(el('span.desk-file.desk-lost', {}, 'не удалось показать снимок')));
  return button;
}

let shown = [];
let index = 0;
const image = el('img', { alt: '' });
const caption = el('span.desk-caption');
const step = (by) => () => show((index + by + shown.length) % shown.length);
const before = el('button.desk-step', { type: 'button', 'aria-label': 'Предыдущий снимок', onclick: step(-1) }, '‹');
const after = el('button.desk-step', { type: 'button', 'aria-label': 'Следующий снимок', onclick: step(1) }, '›');
const close = el('button.desk-close', { type: 'button', onclick: () => lightbox.close() }, 'Закрыть');
const lightbox = el('dialog.desk-lightbox', { 'aria-label': 'Снимок крупно', onclick: clicked, onkeydown: pressed },
  el('div.desk-bar', {}, caption, close), el('div.desk-stage', {}, before, image, after));

function clicked(event) {
  if (event.target === lightbox || event.target.classList.contains('desk-stage')) lightbox.close();
}

function pressed(event) {
  if (event.key === 'ArrowLeft') step(-1)();
  if (event.key === 'ArrowRight') step(1)();
  event.stopPropagation();
}

function show(number) {
  index = number;
  const one = shown[index];
  image.src = attachment(one.id);
  image.alt = nameOf(one);
  const place = shown.length > 1 ? `${index + 1} из ${shown.length}` : '';
  caption.replaceChildren(foreign('bdi', nameOf(one)), el('small', {}, [fileSize(one.bytes), place].filter(Boolean).join(', ')));
  before.hidden = after.hidden = shown.length < 2;
}

function open(pictures, number) {
  shown = pictures;
  show(number);
  if (!lightbox.isConnected) document.body.append(lightbox);
  lightbox.showModal();
  close.focus();
}
