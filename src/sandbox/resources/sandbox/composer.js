import { el } from '/kit/dom.js';
import { avatar, nameOf } from './thread.js';
import { guests, idOf } from './words.js';

const OTHER = 'other';
const LARGEST = 10_000_000;

/** The box in which the visitor writes as somebody. It is drawn once and never redrawn. */
export class Composer {
  constructor(platform, send, failed) {
    this.send = send;
    this.failed = failed;
    this.guests = guests[platform] || guests.vk;
    this.replyTo = null;
    this.editing = null;
    this.picture = null;
    this.kind = 'comment';
    this.changed = () => {};
    this.draw();
  }

  draw() {
    this.who = el('select', { 'aria-label': 'От чьего имени писать', onchange: () => this.showWho() },
      ...this.guests.map(([id, name]) => el('option', { value: id, textContent: name })),
      el('option', { value: OTHER, textContent: 'Другой человек…' }));
    this.other = el('input', {
      class: 'other', placeholder: 'Имя и фамилия', maxLength: 60, hidden: true,
      'aria-label': 'Имя и фамилия', oninput: () => this.changed(),
    });
    this.face = el('span');
    this.text = el('textarea', {
      rows: 2, 'aria-label': 'Текст сообщения',
      oninput: () => this.grow(),
      onkeydown: event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          this.submit();
        }
      },
    });
    this.file = el('input', { type: 'file', accept: 'image/*', hidden: true, onchange: () => this.attach() });
    this.context = el('div', { class: 'context', hidden: true });
    this.preview = el('div', { class: 'preview', hidden: true });
    this.button = el('button', { class: 'send', type: 'submit', textContent: 'Отправить' });
    this.form = el('form', {
      class: 'composer',
      onsubmit: event => {
        event.preventDefault();
        this.submit();
      },
    },
    this.context,
    el('div', { class: 'who' }, this.face, el('label', {}, el('span', { class: 'label', textContent: 'Вы пишете как' }), this.who), this.other),
    this.text,
    this.preview,
    el('div', { class: 'bottom' },
      el('button', { class: 'plain', type: 'button', textContent: '+ Картинка', onclick: () => this.file.click() }),
      el('span', { class: 'key', textContent: 'Ctrl + Enter' }),
      this.button),
    this.file);
    this.showWho();
  }

  /** Adds people who have written here without this page. */
  meet(people) {
    for (const [id, name] of people) {
      if (!this.guests.some(([known]) => known === id)) {
        this.guests = [...this.guests, [id, name]];
        this.who.insertBefore(el('option', { value: id, textContent: name }), this.who.lastElementChild);
      }
    }
  }

  author() {
    if (this.who.value !== OTHER) {
      return this.guests.find(([id]) => id === this.who.value);
    }
    const name = this.other.value.trim();
    return name ? [idOf(name), name] : null;
  }

  showWho() {
    this.other.hidden = this.who.value !== OTHER;
    const [id, name] = this.author() || ['0', '?'];
    this.face.replaceChildren(avatar(name, id, false));
    if (!this.other.hidden && !this.other.value) {
      this.other.focus();
    }
    this.changed();
  }

  setKind(kind) {
    this.kind = kind;
    this.text.placeholder = kind === 'private' ? 'Личное сообщение бренду…' : 'Комментарий под постом…';
    this.clearContext();
  }

  reply(message) {
    this.editing = null;
    this.replyTo = message;
    this.showContext('Ответ: ' + nameOf(message) + ': ' + message.text);
  }

  edit(message) {
    this.replyTo = null;
    this.editing = message;
    this.text.value = message.text;
    this.showContext('Вы меняете сообщение: ' + nameOf(message));
    this.grow();
  }

  showContext(words) {
    this.context.hidden = false;
    this.context.replaceChildren(
      el('span', { textContent: words }),
      el('button', { class: 'plain', type: 'button', textContent: '✕', title: 'Отменить', 'aria-label': 'Отменить', onclick: () => this.cancel() }));
    this.button.textContent = this.editing ? 'Сохранить' : 'Отправить';
    this.text.focus();
  }

  cancel() {
    if (this.editing) {
      this.text.value = '';
    }
    this.clearContext();
  }

  clearContext() {
    this.replyTo = null;
    this.editing = null;
    this.context.hidden = true;
    this.button.textContent = 'Отправить';
    this.grow();
  }

  grow() {
    this.text.style.height = 'auto';
    this.text.style.height = Math.min(160, this.text.scrollHeight + 2) + 'px';
  }

  attach() {
    const file = this.file.files[0];
    this.file.value = '';
    if (!file) {
      return;
    }
    if (file.size > LARGEST) {
      this.failed('Картинка больше 10 МБ');
      return;
    }
    const reader = new FileReader();
    reader.onload = () => this.setPicture(reader.result);
    reader.readAsDataURL(file);
  }

  setPicture(url) {
    this.picture = url;
    this.preview.hidden = !url;
    this.preview.replaceChildren();
    if (url) {
      this.preview.append(
        el('img', { src: url, alt: 'Картинка к сообщению' }),
        el('button', { class: 'plain', type: 'button', textContent: 'Убрать', onclick: () => this.setPicture(null) }));
    }
  }

  async submit() {
    const author = this.author();
    const text = this.text.value;
    if (!author) {
      this.failed('Напишите имя: от кого сообщение?');
      this.other.focus();
      return;
    }
    if (!text.trim() && !this.picture) {
      this.text.focus();
      return;
    }
    this.button.disabled = true;
    try {
      await this.send({
        editing: this.editing, replyTo: this.replyTo, kind: this.kind,
        authorId: author[0], authorName: author[1], text, imageUrl: this.picture,
      });
      this.text.value = '';
      this.setPicture(null);
      this.clearContext();
    } catch (error) {
      this.failed(error.message);
    } finally {
      this.button.disabled = false;
      this.text.focus();
    }
  }
}
