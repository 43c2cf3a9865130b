import { journeysElsewhere } from '../support/elsewhere.ts';
import { test } from '../support/fixtures.ts';

test.use({ configuration: 'WLW_IDP' });

journeysElsewhere("Not available in the WLW_IDP configuration: this issuer's identity provider manages it.");
