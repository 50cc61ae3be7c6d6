// Settings of Camunda's Tasklist. The webapp loads this file first and never from the cache.

const language = localStorage.getItem('desk.language') === 'en' ? 'en' : 'ru';

// Tasklist and the forms in it ask the browser for its language; moderators get Russian whatever the browser says.
Object.defineProperties(navigator, {
  language: { value: language, configurable: true },
  languages: { value: [language], configurable: true },
});
document.documentElement.lang = language;

export default {
  app: { name: 'Community Desk', vendor: 'Community Desk' },
  locales: { availableLocales: ['ru', 'en'], fallbackLocale: 'en' },
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
