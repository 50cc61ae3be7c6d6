// Cockpit loads this file; see config.js. Ways from its head to the pages of ours.

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

const wayTo = (page, title) => ({
  id: `desk.${page}`,
  pluginPoint: 'cockpit.navigation',
  priority: 1,
  render: (node) => {
    const link = document.createElement('a');
    link.href = `${root}/${page}`;
    link.textContent = title;
    node.append(link);
  },
});

export default [wayTo('channels', 'Каналы'), wayTo('knowledge', 'База знаний')];
