// The queue by deadline, the nearest first. Tasklist knows no other default than the newest task and writes it into
// the address when the first filter opens; this puts ours there once. What a person chooses later stays.

const NEWEST_FIRST = JSON.stringify([{ sortBy: 'created', sortOrder: 'desc' }]);
const NEAREST_DEADLINE_FIRST = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

export function sortByDeadline() {
  const watch = setInterval(() => {
    const [route, search = ''] = location.hash.slice(1).split('?');
    const named = new URLSearchParams(search);
    if (route !== '/' || !named.has('sorting')) {
      return;
    }
    clearInterval(watch);
    if (named.get('sorting') === NEWEST_FIRST) {
      named.set('sorting', NEAREST_DEADLINE_FIRST);
      location.replace(`#/?${named}`);
    }
  }, 100);
}
