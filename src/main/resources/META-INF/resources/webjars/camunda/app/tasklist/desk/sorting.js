// The queue by deadline, the nearest first. Tasklist knows no other default than the newest task, and keeps what a
// person chooses in the address; so the address gets our order where it names none.

const BY_DEADLINE = JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]);

function orderNamed() {
  const [route, search = ''] = location.hash.slice(1).split('?');
  if (route !== '/' && route !== '') {
    return;
  }
  const named = new URLSearchParams(search);
  if (!named.has('sorting') && named.has('filter')) {
    named.set('sorting', BY_DEADLINE);
    location.replace(`#/?${named}`);
  }
}

export function sortByDeadline() {
  window.addEventListener('hashchange', orderNamed);
  orderNamed();
}
