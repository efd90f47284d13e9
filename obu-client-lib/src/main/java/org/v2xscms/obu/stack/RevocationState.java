package org.v2xscms.obu.stack;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.v2xscms.codec.ieee1609dot2.Ieee1609Dot2Data;
import org.v2xscms.codec.ieee1609dot2.SignedData;
import org.v2xscms.codec.ieee1609dot2.basetypes.HashedId8;
import org.v2xscms.codec.ieee1609dot2.basetypes.Time64;
import org.v2xscms.codec.ieee1609dot2.crl.CrlContents;
import org.v2xscms.codec.ieee1609dot2.crl.SecuredCrl;
import org.v2xscms.codec.ieee1609dot2.crl.TypeSpecificCrlContents;
import org.v2xscms.codec.oer.DecodeException;
import org.v2xscms.codec.oer.Limits;
import org.v2xscms.codec.oer.Octets;
import org.v2xscms.codec.oer.Reading;
import org.v2xscms.crypto.certificate.HashedCertificate;
import org.v2xscms.crypto.linkage.LinkageRules;
import org.v2xscms.crypto.message.MessageValidator;
import org.v2xscms.crypto.message.MessageVerdict;
import org.v2xscms.crypto.revocation.CrlSigner;
import org.v2xscms.crypto.revocation.RevocationLists;
import org.v2xscms.crypto.sign.SignatureVerifier;
import org.v2xscms.crypto.validation.RevocationCheck;
import org.v2xscms.crypto.validation.TrustStore;
import org.v2xscms.crypto.validation.ValidationResult;

/**
 * The CRLs in force: of each series and CRACA the newest full list of each kind. One that is overdue stays in force,
 * because what it revokes stays revoked. Delta lists are refused: what they leave out would have to be proved to be known.
 */
final class RevocationState {

    private static final Reading READING = Reading.AS_RECEIVED.withLimits(Limits.FILE);

    private final LinkageRules rules;
    private final SignatureVerifier verifier;
    private final Map<Slot, CrlContents> inForce = new LinkedHashMap<>();
    private volatile RevocationCheck check = RevocationCheck.NONE;

    RevocationState(LinkageRules rules, SignatureVerifier verifier) {
        this.rules = rules;
        this.verifier = verifier;
    }

    private enum Kind {
        HASHES,
        LINKAGE
    }

    private record Slot(int series, HashedId8 craca, Kind kind) {}

    RevocationCheck check() {
        return check;
    }

    /** Judges a CRL and, if it is newer than what is in force, puts it in force. */
    CrlVerdict accept(Octets securedCrl, TrustStore trust, Instant now) {
        try {
            Ieee1609Dot2Data data = SecuredCrl.CODEC.decode(securedCrl, READING).value();
            if (!(data.content() instanceof SignedData signed)) {
                return new CrlVerdict.Refused("not signed");
            }
            CrlContents crl = SecuredCrl.contents(data, READING).value();
            Optional<String> refusal = signerRefusal(signed, crl, trust, now).or(() -> contentRefusal(crl, now));
            return refusal.<CrlVerdict>map(CrlVerdict.Refused::new).orElseGet(() -> put(crl));
        } catch (DecodeException malformed) {
            return new CrlVerdict.Refused(String.valueOf(malformed.getMessage()));
        }
    }

    private Optional<String> signerRefusal(SignedData signed, CrlContents crl, TrustStore trust, Instant now) {
        if (!signed.tbsData().value().headerInfo().psid().equals(SecuredCrl.CRL_PSID)) {
            return Optional.of("not signed as a CRL");
        }
        return switch (new MessageValidator(trust, verifier, check).validate(signed, Time64.of(now))) {
            case MessageVerdict.Invalid invalid -> Optional.of(invalid.rule() + ": " + invalid.found());
            case MessageVerdict.Valid valid -> {
                List<ValidationResult.Step> chain = valid.signer().steps();
                HashedCertificate issuer =
                        chain.get(Math.max(0, chain.size() - 2)).certificate();
                yield CrlSigner.refusal(crl, valid.certificate(), issuer);
            }
        };
    }

    private static Optional<String> contentRefusal(CrlContents crl, Instant now) {
        if (crl.issueDate().toInstant().isAfter(now)) {
            return Optional.of("issued at " + crl.issueDate().toInstant() + ", which is in the future");
        }
        return kind(crl).isPresent() ? Optional.empty() : Optional.of("not a full list of a known kind");
    }

    private static Optional<Kind> kind(CrlContents crl) {
        return switch (crl.typeSpecific()) {
            case TypeSpecificCrlContents.FullHashCrl _ -> Optional.of(Kind.HASHES);
            case TypeSpecificCrlContents.FullLinkedCrl _, TypeSpecificCrlContents.FullLinkedCrlWithAlg _ ->
                Optional.of(Kind.LINKAGE);
            case TypeSpecificCrlContents.DeltaHashCrl _,
                    TypeSpecificCrlContents.DeltaLinkedCrl _,
                    TypeSpecificCrlContents.DeltaLinkedCrlWithAlg _,
                    TypeSpecificCrlContents.Unknown _ -> Optional.empty();
        };
    }

    private synchronized CrlVerdict put(CrlContents crl) {
        Slot slot = new Slot(crl.crlSeries().value(), crl.crlCraca(), kind(crl).orElseThrow());
        CrlContents known = inForce.get(slot);
        if (known != null && known.issueDate().compareTo(crl.issueDate()) >= 0) {
            return new CrlVerdict.NotNewer(crl);
        }
        inForce.put(slot, crl);
        check = RevocationLists.of(new ArrayList<>(inForce.values()), rules);
        return new CrlVerdict.Accepted(crl);
    }
}
