import { journeysElsewhere } from '../support/elsewhere.ts';
import { test } from '../support/fixtures.ts';

test.use({ configuration: 'EXTERNAL' });

journeysElsewhere("Not available in the EXTERNAL configuration: this issuer keeps its wallets in a system of its own.");
