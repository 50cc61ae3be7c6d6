// Cockpit loads this file; see config.js. A way from its head to the page of channels.

const root = document.querySelector('base').getAttribute('app-root').replace(/\/camunda$/, '');

export default [
  {
    id: 'desk.channels',
    pluginPoint: 'cockpit.navigation',
    priority: 1,
    render: (node) => {
      const link = document.createElement('a');
      link.href = `${root}/channels`;
      link.textContent = 'Каналы';
      node.append(link);
    },
  },
];
