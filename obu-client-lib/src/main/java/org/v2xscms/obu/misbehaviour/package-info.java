/**
 * What a vehicle does about senders that misbehave: keeps the last messages of each, computes what they prove, and keeps
 * sealed reports until the registration authority has taken them.
 */
@NullMarked
package org.v2xscms.obu.misbehaviour;

import org.jspecify.annotations.NullMarked;
