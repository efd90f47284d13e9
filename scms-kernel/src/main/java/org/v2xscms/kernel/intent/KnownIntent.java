package org.v2xscms.kernel.intent;

import org.jspecify.annotations.Nullable;
import org.v2xscms.codec.oer.Octets;

/**
 * An intent as its rows tell.
 *
 * @param unitLock the advisory lock of the unit of work that began it; meaningless once there is an outcome
 * @param toBeSigned null once there is an outcome: nobody needs it then
 * @param answer the answer, if there is one
 * @param abandoned the rules for which it was given up, if it was
 */
record KnownIntent(
        IntentKey key,
        Octets requestHash,
        String issuer,
        int profileVersion,
        long unitLock,
        int signatures,
        @Nullable Octets toBeSigned,
        @Nullable Octets answer,
        @Nullable String abandoned) {

    static KnownIntent begin(IssuanceRequest request, Issuer issuer, long unitLock) {
        return new KnownIntent(
                request.key(),
                request.requestHash(),
                issuer.name(),
                issuer.profileVersion(),
                unitLock,
                request.signatures(),
                request.toBeSigned().get(),
                null,
                null);
    }

    boolean isDecided() {
        return answer != null || abandoned != null;
    }

    boolean isOf(Issuer candidate) {
        return issuer.equals(candidate.name()) && profileVersion == candidate.profileVersion();
    }

    /** What these rows say to {@code request}; {@link Admission.InProgress} where there is no outcome yet. */
    Admission answerTo(IssuanceRequest request) {
        if (!requestHash.equals(request.requestHash())) {
            return new Admission.Conflicting();
        }
        if (answer != null) {
            return new Admission.Answered(new ReleasedAnswer(key, answer));
        }
        return abandoned != null ? new Admission.Abandoned(abandoned) : new Admission.InProgress();
    }

    PersistedIntent persistedFor(IssuanceUnit unit) {
        if (toBeSigned == null) {
            throw new IllegalStateException("an intent with an outcome is not signed again");
        }
        return new PersistedIntent(unit, key, toBeSigned, signatures);
    }
}
