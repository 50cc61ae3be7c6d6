import * as api from './api.js';
import { Composer } from './composer.js';
import { el, items, reconcile } from '/kit/dom.js';
import { counted } from '/kit/plurals.js';
import { BRAND, avatar, drawMessage, ordered } from './thread.js';
import { faults, shortTime } from './words.js';

const NESTING = new Set(['vk', 'ok', 'facebook', 'instagram']);

/** One platform: its post with comments, its private chats, its faults. */
export class Column {
  constructor(platform, failed) {
    this.platform = platform;
    this.failed = failed;
    this.tab = platform.kinds[0];
    this.post = null;
    this.state = null;
    this.atEnd = true;
    this.composer = new Composer(platform.id, draft => this.send(draft), failed);
    this.composer.changed = () => this.state && this.show(this.state);
    this.draw();
    this.choose(this.tab);
  }

  draw() {
    this.tabs = {};
    const tabs = el('div', { class: 'tabs', role: 'tablist' });
    for (const kind of this.platform.kinds) {
      const count = el('span', { class: 'count' });
      this.tabs[kind] = el('button', { type: 'button', role: 'tab', onclick: () => this.choose(kind) },
        kind === 'comment' ? 'Комментарии' : 'Личные сообщения', count);
      this.tabs[kind].count = count;
      tabs.append(this.tabs[kind]);
    }
    this.posts = el('select', {
      class: 'posts', hidden: true, 'aria-label': 'Пост',
      onchange: () => { this.post = this.posts.value; this.show(this.state); },
    });
    this.lead = el('div', { class: 'lead' });
    this.thread = el('div', { class: 'thread' });
    this.empty = el('p', { class: 'empty' });
    this.scroll = el('div', {
      class: 'scroll',
      onscroll: () => {
        this.atEnd = this.scroll.scrollHeight - this.scroll.scrollTop - this.scroll.clientHeight < 60;
      },
    }, this.posts, this.lead, this.thread, this.empty);
    this.node = el('section', { class: 'column', 'data-platform': this.platform.id, 'aria-label': this.platform.title },
      el('header', { class: 'column-head' }, el('h2', { textContent: this.platform.title }), tabs),
      this.scroll, this.composer.form, this.drawFaults());
  }

  drawFaults() {
    const kind = el('select', { 'aria-label': 'Что случится' },
      ...faults.map(([id, words]) => el('option', { value: id, textContent: words })));
    const count = el('input', { type: 'number', min: 1, max: 99, value: 1, 'aria-label': 'Сколько раз' });
    this.faultList = el('ul', { class: 'fault-list' });
    const renew = el('button', { type: 'button', class: 'plain', textContent: 'Обновить токен', hidden: true, onclick: () => this.act(api.renewToken(this.platform.id)) });
    this.renew = renew;
    this.faultCount = el('span', { class: 'count' });
    const text = el('input', { class: 'new-post', placeholder: 'Текст нового поста бренда', 'aria-label': 'Текст нового поста бренда' });
    return el('details', { class: 'more' },
      el('summary', {}, 'Помехи и новый пост', this.faultCount),
      el('p', { class: 'hint', textContent: 'Когда бренд в следующий раз захочет что-то сделать, платформа:' }),
      el('div', { class: 'row' }, kind, count,
        el('button', { type: 'button', textContent: 'Включить', onclick: () => this.act(api.fault(this.platform.id, kind.value, Number(count.value) || 1)) })),
      this.faultList, renew,
      el('form', {
        class: 'row',
        onsubmit: event => {
          event.preventDefault();
          if (text.value.trim()) {
            this.act(api.post(this.platform.id, text.value).then(made => {
              text.value = '';
              this.post = made.postId;
            }));
          }
        },
      }, text, el('button', { type: 'submit', textContent: 'Опубликовать' })));
  }

  choose(kind) {
    this.tab = kind;
    for (const [name, button] of Object.entries(this.tabs)) {
      button.setAttribute('aria-selected', String(name === kind));
    }
    this.composer.setKind(kind);
    if (this.state) {
      this.show(this.state);
      this.toEnd();
    }
  }

  async send(draft) {
    if (draft.editing) {
      await api.edit(this.platform.id, draft.editing.id, draft.text);
    } else {
      await api.write(this.platform.id, {
        authorId: draft.authorId, authorName: draft.authorName, text: draft.text, kind: draft.kind,
        postId: draft.kind === 'comment' ? this.post : undefined,
        replyTo: draft.replyTo ? draft.replyTo.id : undefined,
        imageUrl: draft.imageUrl || undefined,
      });
    }
    await this.refresh();
    this.toEnd();
  }

  async act(promise) {
    try {
      await promise;
      await this.refresh();
    } catch (error) {
      this.failed(error.message);
    }
  }

  async refresh() {
    this.show(await api.state(this.platform.id));
    return this.state.now;
  }

  show(state) {
    this.state = state;
    const known = state.posts.some(post => post.postId === this.post);
    this.post = known ? this.post : state.posts.length ? state.posts[0].postId : null;
    for (const [kind, button] of Object.entries(this.tabs)) {
      button.count.textContent = String(state.messages.filter(m => m.kind === kind && !m.deleted).length || '');
    }
    this.composer.meet(state.messages
      .filter(message => !message.byBrand && message.authorName)
      .map(message => [message.authorId, message.authorName]));
    this.showPosts();
    this.showThread();
    this.showFaults();
    this.settle();
  }

  /** Stays at the newest message unless the visitor has scrolled away from it. */
  settle() {
    if (this.atEnd) {
      this.scroll.scrollTop = this.scroll.scrollHeight;
    }
  }

  toEnd() {
    this.atEnd = true;
    this.settle();
  }

  showPosts() {
    const { posts, now } = this.state;
    this.posts.hidden = this.tab !== 'comment' || posts.length < 2;
    reconcile(this.posts, items(posts, post => post.postId,
      post => el('option', { value: post.postId }, post.text.slice(0, 60))));
    this.posts.value = this.post;
    const shown = this.tab === 'comment' ? posts.filter(post => post.postId === this.post) : [];
    reconcile(this.lead, items(shown, post => post.postId, post => el('article', { class: 'post' },
      avatar(BRAND, '', true),
      el('div', {},
        el('div', { class: 'head' },
          el('span', { class: 'name', textContent: BRAND }),
          el('time', { textContent: shortTime(post.at, now) })),
        el('p', { class: 'text', textContent: post.text })))));
  }

  showThread() {
    const { messages, bans } = this.state;
    const banned = new Set(bans.map(ban => ban.userId));
    const author = this.composer.author();
    const chat = author ? author[0] : null;
    const shown = this.tab === 'comment'
      ? messages.filter(m => m.kind === 'comment' && (m.postId === this.post || m.postId === null))
      : messages.filter(m => m.kind === 'private' && m.postId === chat);
    const today = new Date(this.state.now).toDateString();
    const lines = ordered(shown, this.tab === 'comment' && NESTING.has(this.platform.id))
      .map(item => ({ ...item, banned: banned.has(item.message.authorId), now: today }));
    reconcile(this.thread, items(lines, line => line.message.id, line => drawMessage(line, this)));
    this.empty.hidden = lines.length > 0;
    this.empty.textContent = this.tab === 'comment'
      ? 'Комментариев пока нет. Напишите первый!'
      : author ? author[1] + ' и бренд ещё не переписывались. Начните разговор!' : 'Назовите себя, чтобы начать разговор.';
  }

  showFaults() {
    const words = new Map(/** @type {[string, string][]} */ (faults));
    const lines = this.state.faults.map(fault => ({ key: fault.kind, text: words.get(fault.kind) + ': ещё ' + counted(fault.times, 'раз', 'раза', 'раз') }));
    if (this.state.tokenExpired) {
      lines.unshift({ key: 'tokenExpired', text: 'токен истёк: платформа не принимает ничего' });
    }
    for (const ban of this.state.bans) {
      const until = ban.until ? 'до ' + shortTime(ban.until, this.state.now) : 'навсегда';
      lines.push({ key: 'ban' + ban.userId, text: (ban.userName || ban.userId) + ': заблокирован ' + until });
    }
    reconcile(this.faultList, items(lines, line => line.key, line => el('li', {}, line.text)));
    this.renew.hidden = !this.state.tokenExpired;
    this.faultCount.textContent = String(lines.length || '');
  }

  reply(message) {
    if (message.kind !== this.tab) {
      this.choose(message.kind);
    }
    this.composer.reply(message);
  }

  edit(message) {
    this.composer.edit(message);
  }

  remove(message) {
    this.act(api.remove(this.platform.id, message.id));
  }
}
