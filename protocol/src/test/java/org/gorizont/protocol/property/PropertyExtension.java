// SPDX-License-Identifier: Apache-2.0
package org.gorizont.protocol.property;

import java.lang.reflect.Method;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs a method with {@link Property} once for each seed, in place of the one run that JUnit asks for. */
final class PropertyExtension implements ParameterResolver, InvocationInterceptor {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RandomGenerator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Seeds.generator(0);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context)
            throws Throwable {
        invocation.skip();
        Method method = call.getExecutable();
        Seeds seeds = Seeds.of(method.getAnnotation(Property.class).tries(), System::getProperty);
        String test = context.getRequiredTestClass().getName() + "#" + method.getName();
        seeds.forEach(test, random -> {
            Object[] arguments = call.getArguments().stream()
                    .map(argument -> argument instanceof RandomGenerator ? random : argument)
                    .toArray();
            ReflectionSupport.invokeMethod(method, context.getRequiredTestInstance(), arguments);
        });
    }
}
