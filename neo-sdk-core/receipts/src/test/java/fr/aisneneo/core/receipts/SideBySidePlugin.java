package fr.aisneneo.core.receipts;

import fr.aisneneo.core.plugin.PluginDescriptor;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The engine {@code side-by-side:} is {@code memory:}, numbering its transactions as if its writers ran side by side.
 */
final class SideBySidePlugin implements StoragePlugin {
    private final AtomicLong stamps = new AtomicLong();

    @Override
    public PluginDescriptor descriptor() {
        return new PluginDescriptor("side-by-side", "test", "[0.1,0.2)", "Tests", "Numbers transactions.", List.of());
    }

    @Override
    public Storage open(String location, Settings settings) {
        MemoryStoragePlugin memory = new MemoryStoragePlugin();
        Storage storage = memory.open(location, Settings.check(memory.descriptor(), Map.of()));
        return like(Storage.class, (method, arguments) -> {
            Object answer = call(storage, method, arguments);
            return method.getName().equals("beginWrite") ? stamped((StorageTransaction) answer) : answer;
        });
    }

    private StorageTransaction stamped(StorageTransaction transaction) {
        long stamp = stamps.incrementAndGet();
        return like(
                StorageTransaction.class,
                (method, arguments) -> method.getName().equals("stamp") ? stamp : call(transaction, method, arguments));
    }

    private interface Calls {
        Object answer(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T like(Class<T> type, Calls calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> calls.answer(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
