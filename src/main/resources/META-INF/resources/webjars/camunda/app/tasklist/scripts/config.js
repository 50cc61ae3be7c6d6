// Settings of Camunda's Tasklist. The webapp loads this file first and never from the cache.

const language = localStorage.getItem('desk.language') === 'en' ? 'en' : 'ru';

// Tasklist and the forms in it ask the browser for its language; moderators get Russian whatever the browser says.
Object.defineProperties(navigator, {
  language: { value: language, configurable: true },
  languages: { value: [language], configurable: true },
});
document.documentElement.lang = language;

export default {
  // Tasklist writes vendor and name one after the other and takes an empty vendor for none.
  app: { name: 'Community Desk', vendor: '\u200b' },
  // A second language as fallback would be loaded too, and whichever comes last decides how dates are written.
  locales: { availableLocales: ['ru', 'en'], fallbackLocale: language },
  dateFormat: { normal: 'LLL', long: 'LLLL' },
  disableWelcomeMessage: true,
  customScripts: ['desk/tasklist'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: 'взять открытую задачу в работу' },
    focusFilter: { key: 'ctrl+shift+f', description: 'перейти к первому фильтру' },
    focusList: { key: 'ctrl+alt+l', description: 'перейти к первой задаче в списке' },
    focusForm: { key: 'ctrl+alt+f', description: 'перейти к первому полю формы' },
    startProcess: { key: 'ctrl+alt+p', description: 'запустить процесс' },
  },
};
