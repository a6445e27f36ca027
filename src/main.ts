import { mount } from 'svelte';
import App from './app/App.svelte';
import './app/app.css';
import { showCrashes } from './app/crash-screen.ts';
import { registerServiceWorker } from './app/service-worker.ts';
import { ecotone } from './state/ecotone.svelte.ts';
import { preferences } from './state/preferences.svelte.ts';
import { installTrustedTypes } from './workers/trusted-types.ts';

showCrashes();
installTrustedTypes();
const target = document.getElementById('app');
if (target) void preferences.ready().then(() => mount(App, { target }));
void registerServiceWorker((apply) => (ecotone.update = apply));
