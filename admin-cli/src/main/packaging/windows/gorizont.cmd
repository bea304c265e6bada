@echo off
rem SPDX-License-Identifier: Apache-2.0
rem Gorizont @VERSION@: finds Java (the one beside this file, JAVA_HOME, PATH), runs the command.
setlocal
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 >nul
set "home=%~dp0."
if not defined GORIZONT_DATA set "GORIZONT_DATA=%LOCALAPPDATA%\Gorizont"
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java.exe"
set "code=1"
"%java%" -version 2>&1 | findstr /r /c:"version .2[5-9]" /c:"version .[3-9][0-9]" >nul
if errorlevel 1 (
    echo gorizont: не найдена Java 25 или новее: установите её или укажите папку в JAVA_HOME. 1>&2
    echo gorizont: Java 25 or newer not found: install it or name its folder in JAVA_HOME. 1>&2
) else (
    "%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms8m -XX:MaxHeapFreeRatio=40 --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dgorizont.home=%home%" "-Dgorizont.java=%java%" -cp "%home%\lib\common\*;%home%\lib\command\*" org.gorizont.cli.Gorizont %*
    call set "code=%%errorlevel%%"
)
chcp %page% >nul
exit /b %code%
