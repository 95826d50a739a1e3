package fr.aisneneo.example.portal.web;

import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.example.portal.error.PortalError;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The style sheet, the script and the icon: a fixed list read at the start, so that no address is ever turned into a
 * path. Each address names the content, and browsers may keep it for ever.
 */
public final class Assets implements Routes {
    private static final Map<String, String> TYPES = Map.of(
            "portal.css", "text/css; charset=utf-8",
            "portal.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private static final class Asset {
        private final byte[] content;
        private final String type;
        private final String version;

        Asset(byte[] content, String type, String version) {
            this.content = content;
            this.type = type;
            this.version = version;
        }
    }

    private final Map<String, Asset> byName = new LinkedHashMap<>();

    /** Reads them all. */
    public Assets() {
        TYPES.forEach((name, type) -> {
            byte[] content = read(name);
            byName.put(name, new Asset(content, type, version(content)));
        });
    }

    private static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream("assets/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version(byte[] content) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The address of an asset, with its version. */
    public String address(String name) {
        Asset asset = Objects.requireNonNull(byName.get(name), name);
        return "/assets/" + asset.version + "/" + name;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/assets/{version}/{name}", this::send);
        routes.get("/favicon.ico", ctx -> ctx.redirect(address("icon.svg")));
    }

    private void send(Context ctx) {
        Asset asset = byName.get(ctx.pathParam("name"));
        if (asset == null || !asset.version.equals(ctx.pathParam("version"))) {
            throw new NotFoundException(PortalError.PAGE_UNKNOWN);
        }
        ctx.header("Cache-Control", FOR_EVER).contentType(asset.type).result(asset.content);
    }
}
