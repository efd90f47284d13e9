package org.v2xscms.la.chain;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.basetypes.LaId;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time32;
import org.v2xscms.codec.ieee1609dot2dot1.acara.EncryptedIndividualPLV;
import org.v2xscms.crypto.encrypt.SymmetricKey;
import org.v2xscms.crypto.linkage.LinkageSeed;
import org.v2xscms.crypto.linkage.PreLinkageValue;
import org.v2xscms.crypto.time.IPeriods;
import org.v2xscms.kernel.authority.AuthoritySecret;
import org.v2xscms.messages.BackEndPdu;
import org.v2xscms.messages.PreLinkageRequest;
import org.v2xscms.messages.PreLinkageResponse;
import org.v2xscms.messages.Refusal;

/** Answers the RA: pre-linkage values that it cannot read. The same request always gets the same octets. */
public final class PreLinkage {

    private static final int LAST_I = 65_535;

    private final Chains chains;
    private final ValueEncryption encryption;
    private final IPeriods periods;
    private final InstantSource clock;
    private final int horizon;

    /** @param horizon how many periods beyond the present one values are given for */
    public PreLinkage(
            Chains chains,
            AuthoritySecret secret,
            LaId laId,
            SymmetricKey sharedKey,
            IPeriods periods,
            InstantSource clock,
            int horizon) {
        this.chains = chains;
        this.encryption = new ValueEncryption(secret, laId, sharedKey);
        this.periods = periods;
        this.clock = clock;
        this.horizon = horizon;
    }

    /** The values, or a refusal for a stretch of time that has ended, lies too far ahead or before the chain's first seed. */
    public BackEndPdu answer(PreLinkageRequest request) {
        int first = request.firstI().value();
        int last = first + request.weeks() - 1;
        long present = periods.at(Time32.of(clock.instant()).seconds());
        if (last > LAST_I || last < present || last > present + horizon) {
            return new Refusal(Refusal.Reason.PERIOD);
        }
        Optional<LinkageSeed> begun = chains.begin(request.chainId(), first, last);
        if (begun.isEmpty()) {
            return new Refusal(Refusal.Reason.PERIOD);
        }
        List<List<EncryptedIndividualPLV>> values = new ArrayList<>(request.weeks());
        try (LinkageSeed oldest = begun.get()) {
            LinkageSeed seed = oldest.at(first);
            for (int i = first; i <= last; i++) {
                try (LinkageSeed current = seed) {
                    values.add(period(request, i, current.preLinkageValues(0, request.jMax())));
                    seed = current.next();
                }
            }
            seed.close();
        }
        return new PreLinkageResponse(request.chainId(), values);
    }

    private List<EncryptedIndividualPLV> period(PreLinkageRequest request, int i, List<PreLinkageValue> values) {
        List<EncryptedIndividualPLV> encrypted = new ArrayList<>(values.size());
        for (int j = 0; j < values.size(); j++) {
            encrypted.add(encryption.encrypt(request.chainId(), i, j, values.get(j)));
        }
        return encrypted;
    }
}
