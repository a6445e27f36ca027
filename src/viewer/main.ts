import { mount } from 'svelte';
import '../app/app.css';
import { pageData } from './page-data.ts';
import Viewer from './Viewer.svelte';

const target = document.getElementById('app');
if (target) mount(Viewer, { target, props: { data: pageData() } });
